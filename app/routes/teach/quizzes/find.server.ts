import type { EditedQuiz } from "~/access/rights";
import type { Args } from "~/access/visitor.server";
import { teacher } from "~/access/visitor.server";
import { bankPage, searchBank } from "~/models/bank.server";
import { planOf } from "~/models/quiz-builder.server";
import { filterLists, readFilter } from "../items/bank-filter.server";

/** A page of the bank for one quiz: what fits the address, and which of it the quiz asks already. */
export async function findFor(quiz: EditedQuiz, args: Args) {
  const visitor = await teacher(args);
  const { filter, page, search } = readFilter(args.request);
  const { lines, total } = await searchBank(visitor, filter, page);
  const { slots, sections } = await planOf(quiz);
  const pages = Math.max(1, Math.ceil(total / bankPage));
  return {
    ...{ visitor, filter, search, lines, total, pages, sections },
    page: Math.min(page, pages),
    lists: await filterLists(visitor),
    asked: slots.flatMap(({ itemId }) => itemId ?? []),
  };
}
