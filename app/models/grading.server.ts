import { sql } from "drizzle-orm";
import { interactions } from "~/interactions/registry.server";
import { nameOf } from "./answer-name.server";
import { bestTry } from "./review-matrix";

/** A stored response, with the wording that it answers. */
export type Stored = {
  interaction: string;
  body: unknown;
  response: unknown;
  /** What was checked during the attempt, the first check first, and what each after the first cost. */
  tried?: unknown[] | null;
  tryPenalty?: number;
};

/**
 * Marks one stored response. What a schema of today does not accept any more counts as unanswered.
 * @param key null for a question for an opinion, which nobody marks
 * @returns 0..1, or null when a person has to mark it
 */
export function gradeStored({ tried, tryPenalty = 0, response, ...of }: Stored, key: unknown): number | null {
  if (key === null) return null;
  if (!tried?.length) return gradeOne(of, key, response);
  const open = nameOf(tried.at(-1)) === nameOf(response) ? [] : [response];
  return bestTry(
    [...tried, ...open].map((one) => gradeOne(of, key, one) ?? 0),
    tryPenalty,
  );
}

function gradeOne({ interaction, body }: Pick<Stored, "interaction" | "body">, key: unknown, response: unknown) {
  const type = interactions[interaction as keyof typeof interactions];
  const parsed = type.response.safeParse(response);
  return type.grade(type.body.parse(body), type.key.parse(key), parsed.success ? parsed.data : null);
}

/** What was checked of one question during its attempt, in a query over attempt_slots named `s`. */
export const triedOf = (slots: string) =>
  sql<unknown[] | null>`(select json_agg(c.response order by c.number) from answer_checks c
    where c.attempt_id = ${sql.raw(slots)}.attempt_id and c.slot = ${sql.raw(slots)}.slot)`;
