import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { lessonAnswers } from "#drizzle/schema";
import type { Person } from "~/access/rights";
import { db, wordedRows } from "~/db.server";
import type { Kept, Said } from "~/lessons/view";
import { noting } from "./reading-revision.server";

const Words = z.object({ v: z.literal(1), chosen: z.array(z.string()), text: z.string() });
const Checked = z.object({ v: z.literal(1), version: z.number(), response: z.unknown() });

/** Something a reader puts into a lesson. */
export type LessonAnswer = {
  block: string;
} /** `shared`, of a reflection alone: the reader's teachers may read it. Taking that back is keeping it again without. */ & (
  | { kind: "predict" | "reflect" | "sort" | "pair"; value: z.infer<typeof Words>; shared?: boolean }
  | { kind: "check"; value: z.infer<typeof Checked> }
);

/** Keeps an answer beside the earlier ones; nothing is ever changed or taken away. */
export async function keepAnswer(person: Pick<Person, "id">, lesson: string, answer: LessonAnswer): Promise<void> {
  const { block, kind, value } = answer;
  const shared = answer.kind === "reflect" && answer.shared === true;
  const row = { id: uuidv7(), personId: person.id, lesson, block, kind, value, shared };
  await noting(
    person,
    db()
      .$with("kept")
      .as(db().insert(lessonAnswers).values(row).returning({ id: lessonAnswers.id })),
  );
}

/** What a reader said in these predictions, reflections, sortings and pairs: the first and the newest of each. */
export async function wordsOf(
  person: Pick<Person, "id">,
  lesson: string,
  blocks: string[],
): Promise<Record<string, Kept>> {
  return wordsIn(await find(person, lesson, blocks));
}

/** A reader's newest response to each of these checks. */
export async function responsesOf(
  person: Pick<Person, "id">,
  lesson: string,
  blocks: string[],
): Promise<Record<string, unknown>> {
  return responsesIn(await find(person, lesson, blocks));
}

/** Both of what these blocks of a page hold, in one look. */
export async function saidIn(
  person: Pick<Person, "id">,
  lesson: string,
  blocks: string[],
): Promise<{ words: Record<string, Kept>; responses: Record<string, unknown> }> {
  const found = await find(person, lesson, blocks);
  return { words: wordsIn(found), responses: responsesIn(found) };
}

type Found = { block: string; kind: string; value: unknown; at: number; shared: boolean };

function wordsIn(found: Found[]): Record<string, Kept> {
  const kept: Record<string, Kept> = {};
  for (const { block, kind, value, at, shared } of found) {
    const words = Words.safeParse(value);
    if (!["predict", "reflect", "sort", "pair"].includes(kind) || !words.success) continue;
    const said: Said = { chosen: words.data.chosen, text: words.data.text, at: new Date(at), shared };
    kept[block] = { first: kept[block]?.first ?? said, newest: said };
  }
  return kept;
}

function responsesIn(found: Found[]): Record<string, unknown> {
  return Object.fromEntries(
    found.flatMap(({ block, kind, value }) => {
      const checked = Checked.safeParse(value);
      return kind === "check" && checked.success ? [[block, checked.data.response]] : [];
    }),
  );
}

function find(person: Pick<Person, "id">, lesson: string, blocks: string[]): Promise<Found[]> {
  if (blocks.length === 0) return Promise.resolve([]);
  return answersTo({ person: person.id, lesson, blocks: JSON.stringify(blocks) });
}

/** From the oldest to the newest. The ids rise with time, so they part answers of one moment. */
const answersTo = wordedRows<Found>(sql`
  select block, kind, value, extract(epoch from made_at)::float8 * 1000 as at, shared from lesson_answers
  where person_id = ${sql.placeholder("person")}::uuid and lesson = ${sql.placeholder("lesson")}
    and block in (select jsonb_array_elements_text(${sql.placeholder("blocks")}::text::jsonb))
  order by made_at, id`);
