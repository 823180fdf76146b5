import type { SeenAssignment } from "~/access/rights";
import { tooFew } from "~/statistics/intervals";
import { type ItemStatistics, itemStatistics } from "~/statistics/items";
import type { OptionTable } from "~/statistics/options";
import { type TestStatistics, testStatistics } from "~/statistics/test";
import { flags, type Known, verdict } from "~/statistics/verdict";
import { verdictInWords } from "~/statistics/words";
import { type Answerer, type AnswerTable, answerTables, whoChose } from "./answer-table.server";
import { type Try, triesOf } from "./answer-tries.server";
import { type HandedInAttempt, handedIn, type Selection } from "./handed-in.server";
import { markMatrix } from "./mark-matrix.server";
import type { AskedQuestion } from "./mark-sheet";
import { guessShares } from "./quiz-guess.server";

/** One question in numbers, with the sentence about it first. `guess`: what somebody earns who knows nothing, 0..1. */
export type AnalysedItem = Omit<AskedQuestion, "versions"> & {
  statistics: ItemStatistics;
  guess: number | null;
  verdict: { code: string; words: string };
  /** What else is odd, the worst first. */
  also: string[];
  /** Whether so few answers are behind it that its numbers may be chance: fewer than ten, and fewer than ten to compare. */
  few: { answers: boolean; compared: boolean };
};

/** What was answered to the question that is open. `who` stands beside the options only where names were asked for. */
export type OpenItem = {
  item: string;
  table: OptionTable;
  texts: Record<string, string>;
  /** Whole answers that are in no row: rarer ones than the twenty most frequent wrong ones. */
  others: number;
  who: Record<string, Answerer[]> | null;
  /** The mean part of the points, 0..1, that those earned who chose it; undefined where nobody's is known. */
  credits: Record<string, number>;
  /** What was chosen in each try; empty where nothing was checked on the way. */
  tries: Try[];
};

export type ItemAnalysis = {
  test: TestStatistics;
  /** What can be earned in all, in points. */
  most: number;
  items: AnalysedItem[];
  open: OpenItem | null;
};

/** For so many questions at most a wrong key is looked for, those of the most negative discrimination. */
const suspects = 8;
const wrongLines = 20;

/**
 * Item analysis of an assignment over the chosen attempts, computed anew each time.
 * @param asked which question is open, and whether with the names of who chose what
 */
export async function itemAnalysis(
  assignment: SeenAssignment,
  selection: Selection,
  asked: { item: string | null; names: boolean },
): Promise<ItemAnalysis> {
  const attempts = await handedIn(assignment, selection);
  const matrix = await markMatrix(attempts);
  const { questions, byItem, bySlot, slots } = matrix;
  const ofItems = itemStatistics(byItem);
  const ofSlots = bySlot === byItem ? ofItems : itemStatistics(bySlot);
  const guesses = await guessShares(questions.map(({ version }) => version));
  const odd = questions
    .flatMap(({ item }, column) => {
      const { discrimination, compared } = ofItems[column] as ItemStatistics;
      return discrimination.value !== null && discrimination.value < 0 && !tooFew(compared)
        ? [{ item, index: discrimination.value }]
        : [];
    })
    .sort((a, b) => a.index - b.index)
    .slice(0, suspects)
    .map(({ item }) => item);
  const tables = await answerTables(assignment, attempts, matrix, [...odd, ...(asked.item ? [asked.item] : [])]);
  const items = questions.map(({ versions: _, ...question }, column): AnalysedItem => {
    const statistics = ofItems[column] as ItemStatistics;
    const guess = guesses.get(question.version) ?? null;
    const answers = tables.get(question.item);
    // What a place is worth holds for whatever was drawn there; one question of several has no weight of its own.
    const { intendedWeight, effectiveWeight } = ofSlots[slots.indexOf(question.slot)] as ItemStatistics;
    return {
      ...question,
      statistics: { ...statistics, intendedWeight, effectiveWeight },
      guess,
      few: { answers: tooFew(statistics.answers), compared: tooFew(statistics.compared) },
      ...inWords({ statistics, table: judged(answers), guess }, answers?.texts),
    };
  });
  const answers = asked.item === null ? undefined : tables.get(asked.item);
  return {
    test: testStatistics(bySlot),
    most: bySlot.weights.reduce((sum, one) => sum + one, 0),
    items,
    open: asked.item !== null && answers ? await opened(asked.item, answers, attempts, asked.names) : null,
  };
}

/** Of a question whose answer has several parts no single line can be what the key should have named. */
function judged(answers: AnswerTable | undefined): OptionTable | null {
  if (!answers) return null;
  const { table, oneIsRight } = answers;
  return oneIsRight ? table : { ...table, options: table.options.filter(({ right }) => !right) };
}

function inWords(known: Known, texts: Map<string, string> | undefined) {
  const name = (option: string) => `“${texts?.get(option) ?? option}”`;
  const first = verdict(known);
  return {
    verdict: { code: first.code, words: verdictInWords(first, name) },
    also: flags(known)
      .filter(({ code }) => code !== first.code && !["too few", "no points"].includes(first.code))
      .map((flag) => verdictInWords(flag, name)),
  };
}

async function opened(
  item: string,
  answers: AnswerTable,
  attempts: HandedInAttempt[],
  named: boolean,
): Promise<OpenItem> {
  const { table, texts, credits, lines } = answers;
  const wrong = table.options.filter(({ right }) => !right).sort((a, b) => b.count - a.count);
  const rows = [...table.options.filter(({ right }) => right), ...wrong.slice(0, wrongLines)];
  const shown = [...rows.map(({ id }) => id), ""];
  const who = named ? Object.fromEntries(shown.map((id) => [id, whoChose(answers, id, attempts)])) : null;
  return {
    ...{ item, table: { ...table, options: rows }, who },
    texts: Object.fromEntries(rows.map(({ id }) => [id, texts.get(id) ?? id])),
    credits: Object.fromEntries(credits),
    tries: await triesOf(
      attempts.map(({ id }) => id),
      lines,
    ),
    others: wrong.slice(wrongLines).reduce((sum, { count }) => sum + count, 0),
  };
}
