import { and, asc, eq, inArray } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { lessonAnswers } from "#drizzle/schema";
import type { Person } from "~/access/rights";
import { db } from "~/db.server";
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
  const kept: Record<string, Kept> = {};
  for (const { block, value, madeAt, shared } of await find(person, lesson, blocks, [
    "predict",
    "reflect",
    "sort",
    "pair",
  ])) {
    const words = Words.safeParse(value);
    if (!words.success) continue;
    const said: Said = { chosen: words.data.chosen, text: words.data.text, at: madeAt, shared };
    kept[block] = { first: kept[block]?.first ?? said, newest: said };
  }
  return kept;
}

/** A reader's newest response to each of these checks. */
export async function responsesOf(
  person: Pick<Person, "id">,
  lesson: string,
  blocks: string[],
): Promise<Record<string, unknown>> {
  const found = await find(person, lesson, blocks, ["check"]);
  return Object.fromEntries(
    found.flatMap(({ block, value }) =>
      Checked.safeParse(value).success ? [[block, (value as z.infer<typeof Checked>).response]] : [],
    ),
  );
}

/** From the oldest to the newest. The ids rise with time, so they part answers of one moment. */
function find(person: Pick<Person, "id">, lesson: string, blocks: string[], kinds: string[]) {
  if (blocks.length === 0) return Promise.resolve([]);
  return db()
    .select({
      block: lessonAnswers.block,
      value: lessonAnswers.value,
      madeAt: lessonAnswers.madeAt,
      shared: lessonAnswers.shared,
    })
    .from(lessonAnswers)
    .where(
      and(
        eq(lessonAnswers.personId, person.id),
        eq(lessonAnswers.lesson, lesson),
        inArray(lessonAnswers.block, blocks),
        inArray(lessonAnswers.kind, kinds),
      ),
    )
    .orderBy(asc(lessonAnswers.madeAt), asc(lessonAnswers.id));
}
