import type { Visitor } from "../visitor";

let saves = 0;

/**
 * An answer to another question each time, from a page that was just opened.
 * @param attempt its path
 * @param questions that it asks
 * @throws Error when the answer was not kept
 */
export const saveSomething = (saver: Visitor, attempt: string, questions = 50): Promise<void> =>
  sendChoice(saver, attempt, (saves % questions) + 1);

/** The same to one question, of which a line is chosen. @throws Error when the answer was not kept */
export async function sendChoice(saver: Visitor, attempt: string, slot: number): Promise<void> {
  const answer = await sendAnswer(saver, attempt, `bench-page-${++saves}`, slot, "abcd"[saves % 4] as string);
  const { saved } = (await answer.json()) as { saved?: { outcome: string }[] };
  if (saved?.[0]?.outcome !== "kept")
    throw new Error(`The answer was not kept: ${answer.status}, ${JSON.stringify(saved)}.`);
}

/** As the script of a page sends a line that was chosen. What playing.ts has for it draws forms, which needs Vitest. */
function sendAnswer(saver: Visitor, attempt: string, client: string, slot: number, value: string): Promise<Response> {
  const fields = Object.entries({ [`s${slot}`]: "1", [`q${slot}`]: value });
  return saver.fetch(`${attempt}/answers`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ client, answers: [{ slot, seq: 1, ageMs: 0, fields }] }),
  });
}
