import { and, eq, sql } from "drizzle-orm";
import { quizzes } from "#drizzle/schema";
import type { Person } from "~/access/rights";
import { db, rows } from "~/db.server";
import { seeded } from "~/interactions/shuffled";
import { type Draw, drawn } from "./draw";
import { drawWords } from "./draw-words";
import { type Drawable, pool } from "./pool.server";
import type { Quiz } from "./quiz.server";
import { planOf, short } from "./quiz-builder.server";
import { guessedPoints } from "./quiz-guess.server";
import { keyOf, type Plan, type Section, type Slot } from "./quiz-plan";
import { maySeeQuiz } from "./quiz-sight.server";

/** One place of a quiz as its builder shows it. `name` is the beginning of the question, or what is drawn by. */
export type OutlineLine = Pick<Slot, "section" | "itemId" | "pinnedVersion" | "weight"> & {
  key: string;
  name: string;
  interaction: string | null;
  state: string | null;
  scored: boolean;
  /** All versions that there are, the oldest first. None for a draw. */
  versions: number[];
  /** How many questions a draw can draw from. Null for a question. */
  pool: number | null;
};

/** What a teacher should look at before a class gets the quiz. Blocking ones forbid giving it. */
export type Warning = { says: string; blocks: boolean };

/** `guessed` is what somebody earns on average who knows nothing; both in points. */
export type Outline = {
  sections: Section[];
  lines: OutlineLine[];
  points: number;
  guessed: number;
  warnings: Warning[];
};

/** A quiz question by question, with what is wrong with it. */
export async function outline(quiz: Quiz): Promise<Outline> {
  const plan = await planOf(quiz);
  const items = await itemsOf(quiz.slug);
  const pools = await poolsOf(plan, quiz.ownerId);
  const lines = plan.slots.map((slot, index): OutlineLine => {
    const item = items.get(slot.itemId ?? "");
    const { section, itemId, pinnedVersion, weight } = slot;
    return {
      ...{ section, itemId, pinnedVersion, weight },
      key: keyOf(plan.slots, index),
      name: item ? short(item.stems[(pinnedVersion ?? item.stems.length) - 1] ?? "", 110) : upper(nameOf(slot)),
      interaction: item?.interaction ?? null,
      state: item?.state ?? null,
      scored: item?.scored ?? true,
      versions: item?.stems.map((_, at) => at + 1) ?? [],
      pool: slot.draw ? (pools.get(index)?.length ?? 0) : null,
    };
  });
  const points = lines.reduce((sum, { weight, scored }) => sum + (scored ? weight : 0), 0);
  const guessed = await guessedPoints(
    plan.slots.map(({ itemId, pinnedVersion, weight }, index) => ({
      versions: itemId
        ? (items
            .get(itemId)
            ?.ids.slice((pinnedVersion ?? 0) - 1)
            .slice(0, 1) ?? [])
        : (pools.get(index) ?? []).map(({ versionId }) => versionId),
      weight,
    })),
  );
  return { sections: plan.sections, lines, points, guessed, warnings: warningsOf(lines, pools) };
}

function warningsOf(lines: OutlineLine[], pools: Pools): Warning[] {
  const those = (which: (line: OutlineLine, index: number) => boolean) =>
    lines.flatMap((line, index) => (which(line, index) ? [`${index + 1}`] : []));
  const say = (numbers: string[], one: string, more: string, blocks: boolean): Warning[] =>
    numbers.length === 0
      ? []
      : [
          {
            says: `${numbers.length === 1 ? `Question ${numbers[0]} ${one}` : `Questions ${numbers.join(", ")} ${more}`}`,
            blocks,
          },
        ];
  const got = drawn(
    [...pools.values()].map((all) => all.map(({ itemId }) => itemId)),
    seeded(1),
  );
  const places = [...pools.keys()];
  const dry = new Set(places.filter((_, at) => got[at] === null));
  return [
    ...(lines.length === 0 ? [{ says: "It has no question yet.", blocks: true }] : []),
    ...say(
      those(({ state }) => state === "draft"),
      "is a draft: finish it in the bank before a class gets this quiz.",
      "are drafts: finish them in the bank before a class gets this quiz.",
      true,
    ),
    ...say(
      those(({ state }) => state === "retired"),
      "is retired in the bank. It is still asked; you may want another one.",
      "are retired in the bank. They are still asked; you may want others.",
      false,
    ),
    ...say(
      those((_, index) => dry.has(index)),
      "finds nothing to draw: the pool is too small, and nobody could start.",
      "find nothing to draw: their pools are too small, and nobody could start.",
      true,
    ),
  ];
}

/** The questions that each draw can give: what the quiz asks in any case is not drawn. By place, counted from 0. */
async function poolsOf({ slots }: Plan, ownerId: string | null): Promise<Pools> {
  const found: Pools = new Map();
  for (const [index, { draw }] of slots.entries()) if (draw) found.set(index, await poolBeside(slots, draw, ownerId));
  return found;
}

type Pools = Map<number, Drawable[]>;

async function poolBeside(slots: Slot[], draw: Draw, ownerId: string | null): Promise<Drawable[]> {
  const asked = new Set(slots.map(({ itemId }) => itemId));
  return (await pool(db(), draw, ownerId)).filter(({ itemId }) => !asked.has(itemId));
}

/** Why this teacher cannot give a quiz to a class, in words: none when she can, or when she has no such quiz. */
export async function blocking(slug: string, viewer: Person): Promise<string[]> {
  const [quiz] = await db()
    .select()
    .from(quizzes)
    .where(and(eq(quizzes.slug, slug), maySeeQuiz(viewer)));
  if (!quiz) return [];
  return (await outline(quiz)).warnings.filter(({ blocks }) => blocks).map(({ says }) => says);
}

/** How many questions a draw of this quiz can draw from. */
export async function poolSize(quiz: Quiz, draw: Draw): Promise<number> {
  return (await poolBeside((await planOf(quiz)).slots, draw, quiz.ownerId)).length;
}

type Item = { id: string; state: string; interaction: string; scored: boolean; stems: string[]; ids: string[] };

async function itemsOf(slug: string): Promise<Map<string, Item>> {
  const found = await rows<Item>(sql`
    select i.id, i.state, newest.interaction, newest.key is not null as scored, to_jsonb(all_of.stems) as stems, to_jsonb(all_of.ids) as ids
    from quiz_slots s join items i on i.id = s.item_id
    join lateral (select array_agg(stem order by version) as stems, array_agg(id order by version) as ids from item_versions where item_id = i.id) all_of on true
    join lateral (select interaction, key from item_versions where item_id = i.id order by version desc limit 1) newest on true
    where s.quiz = ${slug}`);
  return new Map(found.map((item) => [item.id, item]));
}

const nameOf = ({ draw }: Slot) => (draw ? drawWords(draw) : "a question");
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
