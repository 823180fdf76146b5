import { listEntries } from "~/models/ledger.server";
import { wordsOf } from "~/models/lesson-answer.server";
import type { Pair } from "./entries.server";
import { decisions, type PairView, viewPair } from "./pairs";
import type { Kept } from "./view";

type Reader = { id: string } | null;
/** A pair in the list: how many of its questions a reader decided as the key has it; null before they decided. */
export type PairLine = Pick<Pair, "id" | "title"> & { questions: number; right: number | null };

/** All pairs, in the order of their file. */
export async function listPairs(reader: Reader): Promise<PairLine[]> {
  const pairs = await listEntries("pair");
  const kept = await decided(reader, pairs);
  return pairs.map(({ id, title, questions }) => {
    const said = decisions(questions, kept[id]?.newest.chosen ?? []);
    const right = said.filter((one, index) => one === questions[index]?.key).length;
    return { id, title, questions: questions.length, right: said.includes(null) ? null : right };
  });
}

/** One pair for one reader, and the one after it. Undefined when there is none of this id. */
export async function findPair(
  reader: Reader,
  id: string,
): Promise<{ view: PairView; pair: Pair; kept: Kept | null; next: string | null } | undefined> {
  const pairs = await listEntries("pair");
  const at = pairs.findIndex((pair) => pair.id === id);
  const pair = pairs[at];
  if (!pair) return undefined;
  const kept = (await decided(reader, [pair]))[id] ?? null;
  return { view: viewPair(pair, kept?.newest.chosen ?? []), pair, kept, next: pairs[at + 1]?.id ?? null };
}

async function decided(reader: Reader, pairs: Pair[]): Promise<Record<string, Kept>> {
  if (!reader) return {};
  const lessons = [...new Set(pairs.map(({ lesson }) => lesson))];
  const found = await Promise.all(
    lessons.map((lesson) =>
      wordsOf(
        reader,
        lesson,
        pairs.filter((pair) => pair.lesson === lesson).map(({ id }) => id),
      ),
    ),
  );
  return Object.assign({}, ...found);
}
