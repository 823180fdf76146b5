import { environment, senderOf } from "./environment.server";

/** A large library, and most installations never send any. */
const library = () => import("nodemailer");

/** Whether this installation sends e-mail at all: SMTP_URL names its mail server. */
export function sendsMail(): boolean {
  const sends = environment().SMTP_URL !== undefined;
  // Begun for everybody who may get one: if a letter began it, a slow answer would tell that somebody has an account.
  if (sends) void library();
  return sends;
}

/**
 * Hands a message to the mail server, over TLS unless that is on this machine.
 * @throws Error with a code of the library's, and in its words perhaps the address it was for
 */
export async function sendMail(message: {
  to: { name: string; address: string };
  subject: string;
  text: string;
}): Promise<void> {
  const { SMTP_URL: url } = environment();
  if (!url) throw new Error("This installation sends no e-mail.");
  const { createTransport } = await library();
  const here = ["127.0.0.1", "[::1]", "localhost"].includes(new URL(url).hostname);
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  const post = createTransport({ url, requireTLS: !here, ignoreTLS: here, ...patience });
  await post.sendMail({ ...message, from: senderOf(url) ?? undefined });
}
