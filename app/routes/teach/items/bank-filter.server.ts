import { z } from "zod";
import type { Teacher } from "~/access/rights";
import { type BankFilter, listTags, listUsingQuizzes } from "~/models/bank.server";
import { types } from "~/models/item-type.server";
import { listEntries } from "~/models/ledger.server";
import { listObjectives } from "~/models/objective.server";
import type { FilterLists } from "./bank-filters";
import { typeWords } from "./item-words";

const text = z.string().trim().min(1).max(200).optional().catch(undefined);
const Filter = z.object({
  words: text,
  objective: text,
  misconception: text,
  interaction: text,
  tag: text,
  quiz: text,
  difficulty: z.enum(["easy", "medium", "hard"]).optional().catch(undefined),
  measured: z.enum(["hard", "medium", "easy", "unknown"]).optional().catch(undefined),
  state: z.enum(["draft", "ready", "retired"]).optional().catch(undefined),
  owner: z.enum(["mine", "course", "others"]).optional().catch(undefined),
  picture: z.enum(["yes", "no"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** What an address asks of the bank. What it cannot mean is as if it had not been asked. */
export function readFilter(request: Request): { filter: BankFilter; page: number; search: string } {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const { page, ...asked } = Filter.parse(given);
  const filled = Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined);
  return { filter: Object.fromEntries(filled), page, search: new URLSearchParams(filled).toString() };
}

/** What a teacher can narrow the bank by. */
export async function filterLists(visitor: Teacher): Promise<FilterLists> {
  return {
    objectives: (await listObjectives()).map(({ id, statement }) => [id, `${id} ${statement}`]),
    misconceptions: (await listEntries("misconception")).map(({ id, idea }) => [id, idea]),
    quizzes: (await listUsingQuizzes(visitor)).map(({ slug, title }) => [slug, title]),
    tags: (await listTags(visitor)).map((tag) => [tag, tag]),
    interactions: types.map((type) => [type, typeWords(type)]),
  };
}
