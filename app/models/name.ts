/**
 * A person's name as it is kept: one Unicode form, single spaces, and no characters that are invisible or turn the text
 * around (joiners stay: Persian and several Indian scripts write with them).
 */
export function tidyName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}

/** Why nobody can be called so, in words for who typed it; null for a good name. @param name as tidyName returns it */
export function nameTrouble(name: string): string | null {
  if (name === "") return "Type a name.";
  if (name.length > 60) return "Use at most 60 characters.";
  return /[\ufffd\p{Cs}]/u.test(name) ? "The name has a character that could not be read." : null;
}

/** What somebody signs in with, as it is kept and compared: an e-mail address or a user name. */
export function loginKey(login: string): string {
  return login.normalize("NFC").trim().toLowerCase();
}

/** Whether it can be what somebody signs in with: visible characters without spaces. */
export function isLogin(login: string): boolean {
  return /^[^\s\p{C}]{3,254}$/u.test(loginKey(login));
}

/** What `like` finds words by anywhere in a text, where % and _ are letters like others. */
export const anywhere = (words: string) => `%${words.replace(/[\\%_]/g, "\\$&")}%`;
