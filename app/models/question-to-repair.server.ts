import { sql } from "drizzle-orm";
import type { TaughtAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import type { ReviewRow } from "~/interactions/contract";
import { interactions } from "~/interactions/registry.server";
import { keyInForce, type Repair, repairsOf } from "./correction.server";

/** One wording of a question as it was given in an assignment, to be corrected. */
export type QuestionToRepair = {
  version: string;
  slot: number;
  stem: string;
  interaction: keyof typeof interactions;
  body: unknown;
  /** The key in force. Not for any page: its lines are in `solved`. */
  key: unknown;
  /** Its lines when answered by the key in force. Empty for questions that a person marks. */
  solved: ReviewRow[];
  /** Whether it can get another key. */
  keyed: boolean;
  repairs: Repair[];
};

/** @returns undefined when nobody was given this wording in the assignment */
export async function findQuestionToRepair(
  assignment: TaughtAssignment,
  version: string,
): Promise<QuestionToRepair | undefined> {
  const [found] = await rows<Pick<QuestionToRepair, "slot" | "stem" | "interaction" | "body"> & { key: unknown }>(sql`
    select min(s.slot) as slot, v.stem, v.interaction, v.body, v.key
    from attempts t join attempt_slots s on s.attempt_id = t.id join item_versions v on v.id = s.item_version_id
    where t.class_id = ${assignment.classId}::uuid and t.assignment_id = ${assignment.id}::uuid and v.id = ${version}::uuid
    group by v.id`);
  if (!found) return undefined;
  const { key: written, ...question } = found;
  const type = interactions[question.interaction];
  const repairs = await repairsOf(assignment.id, [version]);
  const key = keyInForce(question.interaction, question.body, written, repairs, null);
  const solved = type.marking === "automatic" ? type.review(question.body, key, type.solution(question.body, key)) : [];
  return { version, ...question, key, solved, keyed: type.keyFor !== undefined, repairs };
}

/**
 * What a teacher answered in the question's own controls, and the key that makes it right.
 * @param form with fields named "q"
 * @returns a key of null when the answer is not whole
 */
export function answeredKey(
  { interaction, body, key }: QuestionToRepair,
  form: FormData,
): { response: unknown; key: unknown } {
  const type = interactions[interaction];
  const response = type.parse(form, "q", type.body.parse(body));
  return { response, key: response === null ? null : (type.keyFor?.(body, key, response) ?? null) };
}
