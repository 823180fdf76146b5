import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { attempts } from "#drizzle/schema";
import { type Db, rows } from "~/db.server";
import { seeded } from "~/interactions/shuffled";
import { Draw, drawn } from "./draw";
import { arranged, type Layout, type Section } from "./layout";
import { pool } from "./pool.server";

export type NewAttempt = Omit<
  typeof attempts.$inferInsert,
  "id" | "quiz" | "state" | "seed" | "maxScore" | "layout" | "fromPlace"
>;

/**
 * Makes an attempt: pins the layout, the wording of each question and its place, and draws what is to be drawn. Later
 * edits of the quiz or its questions change nothing that a student saw. A question that was corrected for the assignment
 * stays in the wording that was corrected, so that the correction holds for who starts later too.
 * @param calm one question a page, whatever the quiz says
 * @returns its id; null when this person has an open one already; "not ready" when the quiz has nothing to ask, or its
 * draws find too few questions: half a quiz would be an unfair one
 */
export async function insertAttempt(
  on: Pick<Db, "execute" | "insert">,
  quiz: string,
  attempt: NewAttempt,
  calm = false,
): Promise<string | "not ready" | null> {
  const seed = randomInt(2 ** 31);
  const assignment = attempt.assignmentId ?? attempt.trialOf ?? null;
  const plan = await findPlan(on, quiz, assignment);
  const asked = plan && (await resolve(on, plan, assignment, seed));
  if (!plan || !asked) return "not ready";
  const made = on
    .insert(attempts)
    .values({
      ...attempt,
      id: uuidv7(),
      quiz,
      state: "in_progress",
      seed,
      layout: layoutAsPlanned(calm ? { ...plan, perPage: 1 } : plan),
      maxScore: Math.round(asked.reduce((sum, { weight }) => sum + weight, 0) * 1e4) / 1e4,
    })
    .onConflictDoNothing()
    .returning({ id: attempts.id });
  // With its questions or not at all.
  const [one] = await rows<{ id: string }>(
    sql`with made as ${made}, asked as (
      insert into attempt_slots (attempt_id, slot, item_version_id, weight, place, section)
      select made.id, q.slot, q."itemVersionId", q.weight, q.place, q.section
      from made, jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb)
        as q(slot int, "itemVersionId" uuid, weight numeric, place int, section int))
    select id from made`,
    on,
  );
  return one?.id ?? null;
}

type Reader = Pick<Db, "execute">;

type PlannedSlot = {
  slot: number;
  section: number | null;
  item: string | null;
  draw: unknown;
  weight: number;
  /** Null where a question is drawn. */
  version: string | null;
  scored: boolean | null;
};

type Plan = {
  owner: string | null;
  perPage: number;
  sequential: boolean;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  sections: (Section & { position: number })[];
  slots: PlannedSlot[];
};

/** A quiz as it stands, in one statement, so that a change of it is in the attempt whole or not at all. */
async function findPlan(tx: Reader, quiz: string, assignment: string | null): Promise<Plan | undefined> {
  const [plan] = await rows<Plan>(
    sql`
    select q.owner_id as owner, q.per_page as "perPage", q.sequential, q.shuffle_questions as "shuffleQuestions",
      q.shuffle_options as "shuffleOptions",
      (select coalesce(json_agg(json_build_object('position', s.position, 'heading', s.heading, 'text', s.text,
        'stimulus', s.stimulus) order by s.position), '[]') from quiz_sections s where s.quiz = q.slug) as sections,
      (select coalesce(json_agg(json_build_object('slot', s.position, 'section', s.section, 'item', s.item_id,
          'draw', s.draw, 'weight', s.weight::float8, 'version', v.id, 'scored', v.scored) order by s.position), '[]')
        from quiz_slots s
        left join lateral (
          select id, key is not null as scored from item_versions
          where item_id = s.item_id and version = coalesce(s.pinned_version, version)
          order by exists (select 1 from repairs r where r.assignment_id = ${assignment}::uuid
            and r.item_version_id = item_versions.id and r.undone_at is null) desc, version desc limit 1) v on true
        where s.quiz = q.slug) as slots
    from quizzes q where q.slug = ${quiz}`,
    tx,
  );
  return plan;
}

/** Each question of the attempt with its place, or undefined when there are not enough of them. */
async function resolve(tx: Reader, plan: Plan, assignment: string | null, seed: number) {
  const { shuffleQuestions, sections, slots } = plan;
  const random = seeded(seed);
  const versions = await drawVersions(tx, plan, assignment, random);
  const asked = slots.map(({ slot, section, weight, version, scored }) => ({
    slot,
    section: section === null ? null : sections.findIndex(({ position }) => position === section),
    itemVersionId: version ?? versions.get(slot),
    // A question for an opinion is worth nothing, whatever stands beside it.
    weight: scored === false ? 0 : weight,
  }));
  const whole = asked.filter((one): one is typeof one & { itemVersionId: string } => one.itemVersionId !== undefined);
  if (whole.length === 0 || whole.length < slots.length) return undefined;
  return arranged(whole, shuffleQuestions, random).map((one, index) => ({ ...one, place: index + 1 }));
}

/** The wording drawn for each slot that draws; a slot for which no question is left is not in it. */
async function drawVersions(tx: Reader, { owner, slots }: Plan, assignment: string | null, random: () => number) {
  const fixed = new Set(slots.map(({ item }) => item));
  const drawing = slots.filter(({ item }) => item === null);
  const pools: Awaited<ReturnType<typeof pool>>[] = [];
  for (const { draw } of drawing) {
    const by = Draw.safeParse(draw).data;
    pools.push(by ? (await pool(tx, by, owner, assignment)).filter(({ itemId }) => !fixed.has(itemId)) : []);
  }
  const got = drawn(
    pools.map((all) => all.map(({ versionId }) => versionId)),
    random,
  );
  return new Map(drawing.flatMap(({ slot }, index) => (got[index] ? [[slot, got[index]] as const] : [])));
}

function layoutAsPlanned({ perPage, sequential, shuffleOptions, sections }: Plan): Layout {
  return {
    v: 1,
    perPage,
    sequential,
    shuffleOptions,
    sections: sections.map(({ heading, text, stimulus }) => ({ heading, text, stimulus })),
  };
}
