import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import type { Feedback } from "~/interactions/contract";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import { keyInForce, repairsOf } from "./correction.server";
import { keysHeldBackFrom } from "./held-back.server";
import { answerInWords, type Tally, tally } from "./tally.server";
import { type Round, roundsOf } from "./vote.server";
import { onTheWall } from "./wall.server";

type ProjectedRound = Pick<Round, "number" | "open"> & { tally: Tally };

/** What is on the wall: nothing of it tells who answered what. */
export type Projected = {
  /** Its number among those that can be shown, counted from 1, and how many there are. */
  number: number;
  of: number;
  slot: number;
  version: string;
  stem: string;
  tally: Tally;
  /** Votes on it, the first one first. While one is open, its tally says only how many have answered. */
  rounds: ProjectedRound[];
  /** Whether people can vote on it: not on what a person has to mark. */
  votable: boolean;
  /** Whether a vote on another question is open. */
  votingElsewhere: boolean;
  answer: { words: string; explanation: string } | null;
  /** Why the answer is not shown although it was asked for. */
  refused: string | null;
};

/** How one looks: at which question, with the attempts under way, with the answer. */
export type Look = { question: number; running: boolean; show: boolean };

/** One question with what the class answered. @returns null when the assignment has no question to show */
export async function projected(assignment: SeenAssignment, look: Look): Promise<Projected | null> {
  const all = await onTheWall(assignment);
  const number = Math.min(Math.max(1, look.question), all.length);
  const here = all[number - 1];
  if (!here) return null;
  const [found] = await rows<Wording & { responses: unknown[] | null }>(sql`
    select v.id, v.interaction, v.stem, v.body, v.key, v.feedback, (
      select json_agg(r.response) from (
        select distinct on (t.person_id) t.id from attempts t
        join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id and e.role = 'student' and e.removed_at is null
        where t.class_id = ${assignment.classId}::uuid and t.assignment_id = ${assignment.id}::uuid and t.state <> 'void'
          and (${look.running}::boolean or t.state <> 'in_progress')
        order by t.person_id, t.number desc) newest
      join attempt_slots s on s.attempt_id = newest.id and s.item_version_id = v.id
      join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot and r.response is not null) as responses
    from item_versions v where v.id = ${here.version}::uuid`);
  if (!found) return null;
  const { responses, ...wording } = found;
  const { rounds, elsewhere } = await roundsOf(assignment, here.version);
  const refused = look.show ? await whyNot(assignment, here.item, rounds) : null;
  const keyOf = look.show && refused === null ? await keysOf(assignment, wording) : null;
  return {
    ...{ number, of: all.length, slot: here.slot, version: here.version, stem: wording.stem, refused },
    tally: tally(wording, responses ?? [], keyOf),
    rounds: rounds.map(({ number, open, responses }) => {
      const counted = tally(wording, responses, keyOf);
      return { number, open, tally: open ? { ...counted, bars: null } : counted };
    }),
    votable: interactions[wording.interaction as InteractionName].marking === "automatic",
    votingElsewhere: elsewhere,
    answer: keyOf && answerOf(wording, keyOf),
  };
}

type Wording = { id: string; interaction: string; stem: string; body: unknown; key: unknown; feedback: unknown };

type KeyOf = (response: unknown) => unknown;

/** The key that is in force for an answer, by what was corrected here. @returns null for a question for an opinion */
async function keysOf(assignment: SeenAssignment, { id, interaction, body, key }: Wording): Promise<KeyOf | null> {
  if (key === null) return null;
  const made = await repairsOf(assignment.id, [id]);
  return (response) => keyInForce(interaction as InteractionName, body, key, made, response);
}

function answerOf(wording: Wording, keyOf: KeyOf): Projected["answer"] {
  return { words: answerInWords(wording, keyOf), explanation: (wording.feedback as Feedback).explanation };
}

/** The wall is read by everybody in the room, so it shows a key only when nobody of the class may still be asked for it. */
async function whyNot(assignment: SeenAssignment, item: string, rounds: Round[]): Promise<string | null> {
  if (rounds.some(({ open }) => open)) return "The class is voting on it. Close the vote first.";
  const keeping = await keysHeldBackFrom(assignment, item);
  const [one] = keeping;
  if (!one) return null;
  const many = one.students === 1 ? "one student" : `${one.students} students`;
  return `“${one.title}” keeps its answers back from ${many}: they can still work on it, or its answers are to be shown later. Close it for them first, or change when its answers are shown.`;
}
