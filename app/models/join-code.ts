/** Letters and digits that nobody mistakes for each other on a projector: no 0 O, 1 I L. */
export const codeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A code as it is stored, however it was typed: capitals, no spaces or dashes. */
export function tidyCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .slice(0, 20);
}
