/** Why somebody who only picked a name from a list makes neither an account nor a place in a class under that name. */
export const notProven =
  "You came in by the list on a device of your class, where anybody could have picked this name. Sign out, and sign in with your PIN first.";

/** Why a code opens no class: what is wrong with how it was typed, as far as one can tell. */
export function codeTrouble(code: string): string {
  if (code === "") return "Type the code that is on the board.";
  const missing = 6 - code.length;
  const why =
    missing > 0
      ? `${missing === 1 ? "One character is" : `${missing} characters are`} missing.`
      : missing < 0
        ? `${missing === -1 ? "One character is" : `${-missing} characters are`} too many.`
        : /[01ILO]/.test(code)
          ? "Codes never have 0, O, 1, I or L: look at the board again."
          : "Look at the board again, or ask your teacher whether the class is open.";
  return `No class has the code ${code}. ${why}`;
}
