import type { Teacher } from "~/access/rights";
import type { Feedback, ReviewRow } from "~/interactions/contract";
import { interactions } from "~/interactions/registry.server";
import { findChecks } from "./lesson-check.server";

/** The right answer to a check of a lesson, line by line, with what is said to each line and why it is right. */
export type CheckKey = {
  id: string;
  stem: string;
  rows: (ReviewRow & { because: string | null })[];
  explanation: string;
};

/** The key to the checks of these ids, in their order. For teachers: students are told after they answered. */
export async function checkKeys(_reader: Teacher, ids: string[]): Promise<CheckKey[]> {
  const found = new Map((await findChecks(ids)).map((check) => [check.itemId, check]));
  return ids.flatMap((id): CheckKey[] => {
    const check = found.get(id);
    if (!check || check.key === null) return [];
    const { review, solution, marking } = interactions[check.interaction];
    const { explanation, texts } = check.feedback as Feedback;
    const lines = marking === "by hand" ? [] : review(check.body, check.key, solution(check.body, check.key));
    const rows = lines.map((row) => ({ ...row, because: texts[row.code ?? ""] ?? null }));
    return [{ id, stem: check.stem, rows, explanation }];
  });
}
