import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { itemVersions, people, quizSlots, quizzes, sessions } from "#drizzle/schema";
import type { Field } from "~/autosave/kept";
import { db } from "~/db.server";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import { seeded } from "~/interactions/shuffled";
import { anyAnswer, questionsOn } from "../../chaos/answers";
import { admit, newPupils, prepare, type Pupil as Signed, within } from "../../chaos/school";
import type { Answers, Given } from "./orders";

/** The quiz that is measured: fourteen questions of all types. */
export const quiz = "in-transit-and-at-rest";

/** Those who work: in a class with assignments, or by themselves. */
export type School = { pupils: Signed[]; guests: Signed[] };

/**
 * Fills an empty database: a class of so many with forty assignments, guests who practise, all of them signed in already, since
 * hashing a password is slow on purpose. All questions stand on one page, as in the attempt at Moodle that was measured.
 */
export async function fillStudents(url: string, size: number): Promise<School> {
  const database = { DATABASE_URL: url };
  await prepare(database);
  const pupils = await newPupils(size);
  const guests = await newPupils(60);
  await admit(database, pupils);
  await within(database, async () => {
    await db()
      .insert(people)
      .values(guests.map(({ id, name }) => ({ id, name })));
    await db()
      .insert(sessions)
      .values(
        guests.map(({ id, token }) => ({
          tokenHash: createHash("sha256").update(token).digest("hex"),
          personId: id,
          expiresAt: sql`now() + interval '1 day'`,
        })),
      );
    await db().update(quizzes).set({ perPage: 100 }).where(eq(quizzes.slug, quiz));
    await db().execute(sql`analyze`);
  });
  return { pupils, guests };
}

/** @param page an attempt's, with all questions @returns twenty things that a student may answer to each of them */
export function answersTo(url: string, page: string): Promise<Answers> {
  const random = seeded(8);
  return within({ DATABASE_URL: url }, async () => {
    const found = await db()
      .selectDistinctOn([quizSlots.position], {
        slot: quizSlots.position,
        interaction: itemVersions.interaction,
        body: itemVersions.body,
      })
      .from(quizSlots)
      .innerJoin(itemVersions, eq(itemVersions.itemId, quizSlots.itemId))
      .where(eq(quizSlots.quiz, quiz))
      .orderBy(quizSlots.position, sql`${itemVersions.version} desc`);
    const asked = questionsOn(page);
    if (asked.size !== found.length) throw new Error(`The page asks ${asked.size} of ${found.length} questions.`);
    return found.map(({ slot, interaction, body }) => {
      const type = interactions[interaction as InteractionName];
      const parsed = type.body.parse(body);
      return Array.from({ length: 20 }, (): Given => {
        const fields = anyAnswer(slot, asked.get(slot) ?? [], random);
        const response = type.parse(formOf(fields), `q${slot}`, parsed as never);
        return { fields, response };
      });
    });
  });
}

function formOf(fields: Field[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
