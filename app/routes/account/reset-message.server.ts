import { resetMinutes } from "~/models/password-reset.server";

/** What is written to somebody who forgot their password. @param link the address at which they think of a new one */
export function resetMessage(name: string, link: string): { subject: string; text: string } {
  const text = `Hello ${name},

somebody, probably you, asked for a new password for your Keyhole account. Choose one here, within ${resetMinutes} minutes:

${link}

If it was not you, do nothing: your password stays as it is, and the link ends by itself. Keyhole never asks for your
password by e-mail.
`;
  return { subject: "A new password for Keyhole", text };
}
