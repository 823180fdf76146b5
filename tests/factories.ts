import { eq } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { attempts, people } from "#drizzle/schema";
import { db } from "~/db.server";
import type { InteractionName } from "~/interactions/registry.server";
import { startPractice } from "~/models/attempt.server";
import { addVersion, type ItemDraft } from "~/models/item.server";
import { putQuiz } from "~/models/quiz.server";

/** A choice of three; "a" is right. What a test is about is passed in. */
export function draft(overrides: Partial<ItemDraft> = {}): ItemDraft {
  return {
    id: `T.${uuidv7()}`,
    interaction: "choice" as InteractionName,
    objectives: [],
    difficulty: "easy",
    sources: [],
    stem: "Which letter comes first?",
    body: { v: 1, max: 1, options: ["a", "b", "c"].map((id) => ({ id, text: `Letter ${id}` })) },
    key: { v: 1, right: ["a"] },
    hints: [],
    explanation: "The alphabet begins with a.",
    texts: { "option.a": "Right.", "option.b": "That is the second.", "option.c": "That is the third." },
    misconceptions: {},
    ...overrides,
  };
}

export async function makePerson(name = "Ana"): Promise<{ id: string; name: string }> {
  const person = { id: uuidv7(), name };
  await db().insert(people).values(person);
  return person;
}

/** @returns the slug of a quiz with one slot per item */
export async function makeQuiz(items: ItemDraft[] = [draft(), draft(), draft()], weight = 1): Promise<string> {
  const slug = `quiz-${uuidv7()}`;
  await db().transaction(async (tx) => {
    for (const item of items) await addVersion(tx, item);
    await putQuiz(tx, {
      slug,
      title: "A quiz",
      lesson: null,
      practice: "everybody",
      slots: items.map((item) => ({ itemId: item.id, weight })),
    });
  });
  return slug;
}

/** An attempt of somebody at a quiz of three choices. */
export async function makeAttempt(): Promise<{ id: string; seed: number; person: { id: string } }> {
  const person = await makePerson();
  return { id: await startPractice(person, await makeQuiz()), seed: 1, person };
}

/** What is stored of an attempt, as it is now. */
export async function attemptOf(id: string): Promise<typeof attempts.$inferSelect> {
  const [found] = await db().select().from(attempts).where(eq(attempts.id, id));
  return found as NonNullable<typeof found>;
}

/** An answer to a slot of a choice. */
export function answer(slot: number, chosen: string | null, more: { seq?: number; ageMs?: number } = {}) {
  return { slot, seq: more.seq ?? 1, ageMs: more.ageMs ?? 0, response: chosen && { v: 1, chosen: [chosen] } };
}
