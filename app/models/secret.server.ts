import { createHmac } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { environment } from "~/environment.server";

/** Where SESSION_SECRET may be missing (development, the demo) nothing is worth guarding. Production refuses to start. */
const developmentSecret = "keyhole development secret, never used in production";

/** HMAC-SHA256 under SESSION_SECRET, in hex: without the secret, a leaked table alone opens nothing. */
export function keyed(value: string): string {
  return createHmac("sha256", environment().SESSION_SECRET ?? developmentSecret)
    .update(value)
    .digest("hex");
}

/** Argon2id with the library's defaults, which are those that OWASP names (19 MiB, 2 passes). */
export function hashSecret(secret: string): Promise<string> {
  return hash(secret);
}

let dummy: Promise<string> | undefined;

/** Whether a secret is the stored one. With nothing stored the answer is no, and takes as long as any other. */
export async function isSecret(stored: string | undefined, given: string): Promise<boolean> {
  dummy ??= hash("nobody's secret");
  const right = await verify(stored ?? (await dummy), given);
  return right && stored !== undefined;
}
