import { marksOf } from "./attempt-marks.server";
import { type HandedInAttempt, type Wording, wordingsOf } from "./handed-in.server";
import { type MarkMatrix, markSheet } from "./mark-sheet";

/**
 * The marks of attempts, a row each in their order. They are read in parts, and a number of each mark is held. What is
 * corrected between two parts may be in one and not in the other, until the next look.
 * @param part how many attempts are read at a time; a school class is read at once
 */
export async function markMatrix(attempts: HandedInAttempt[], part = 250): Promise<MarkMatrix> {
  const sheet = markSheet(attempts.length);
  const wordings = new Map<string, Wording>();
  // Ids rise with time: the newest attempt says where a question stands and what it is worth.
  const byTime = attempts.map(({ id }, row) => ({ id, row })).sort((a, b) => (a.id < b.id ? 1 : -1));
  for (let at = 0; at < byTime.length; at += part) {
    const some = byTime.slice(at, at + part);
    const marks = await marksOf(some.map(({ id }) => id));
    const layouts = new Set([...marks.values()].map(({ layout }) => layout));
    const versions = [...layouts].flatMap((layout) => layout.versions).filter((version) => !wordings.has(version));
    for (const [version, wording] of await wordingsOf(versions)) wordings.set(version, wording);
    for (const { id, row } of some) {
      const mine = marks.get(id);
      if (mine) sheet.add(row, mine, wordings);
    }
  }
  return sheet.matrix();
}
