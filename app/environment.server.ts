import { z } from "zod";

const flag = z
  .enum(["0", "1"])
  .default("0")
  .transform((value) => value === "1");
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://");

const Environment = z
  .object({
    NODE_ENV: z.string().default("development"),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_DIRECT_URL: postgresUrl.optional(),
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    DATA_DIR: z.string().default(".data"),
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().default("127.0.0.1"),
    ORIGIN: z.url("must be an address such as https://keyhole.example.org").optional(),
    ALLOW_PLAIN_HTTP: flag,
    SESSION_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    TEACHER_SIGN_UP: z.enum(["invited", "open"]).default("invited"),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/[^/?]/, "must start with smtp:// or smtps://")
      .refine(URL.canParse, "is no address such as smtps://name:password@mail.example.org")
      .optional(),
    LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    KEYHOLE_DEMO: flag,
  })
  .superRefine((env, context) => {
    const refuse = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    const loopback = ["127.0.0.1", "::1", "localhost"].includes(env.HOST);
    if (env.KEYHOLE_DEMO && !loopback) refuse("HOST", "must be 127.0.0.1 in demo mode: anybody may sign in there");
    if (env.NODE_ENV === "production" && !env.KEYHOLE_DEMO && !env.SESSION_SECRET)
      refuse(
        "SESSION_SECRET",
        "is missing: give it at least 32 random characters, for example from `openssl rand -hex 32`",
      );
    if (!loopback && !env.ORIGIN)
      refuse("ORIGIN", "is missing: it is the public address, needed when HOST is not loopback");
    if (env.SMTP_URL && !env.ORIGIN) refuse("ORIGIN", "is missing: links in e-mails need the public address");
    if (env.SMTP_URL && !senderOf(env.SMTP_URL))
      refuse("SMTP_URL", "does not say from whom: add ?from=keyhole@example.org, or sign in with an e-mail address");
    if (env.ORIGIN?.startsWith("http:") && !loopback && !(env.ALLOW_PLAIN_HTTP && privateAddress(env.ORIGIN)))
      refuse("ORIGIN", "is not https: plain http needs ALLOW_PLAIN_HTTP=1 and an address of a private network");
  });

export type Environment = z.infer<typeof Environment>;

/**
 * Reads and checks the environment.
 * @throws Error with one line that names the first variable that is missing or malformed
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = Environment.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(`${String(issue?.path[0] ?? "environment")} ${issue?.message}`);
}

let read: Environment | undefined;

/** The environment of this process, read once. */
export function environment(): Environment {
  read ??= readEnvironment();
  return read;
}

/** From whom e-mails come: `?from=` of SMTP_URL, else the name that it signs in with. @returns null when neither is an address */
export function senderOf(smtpUrl: string): string | null {
  const { searchParams, username } = new URL(smtpUrl);
  const sender = searchParams.get("from") ?? decodeURIComponent(username);
  return sender.includes("@") ? sender : null;
}

/** True for addresses of RFC 1918, loopback and .local names. */
function privateAddress(origin: string): boolean {
  const host = new URL(origin).hostname;
  return (
    /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host) || host === "localhost" || host.endsWith(".local")
  );
}
