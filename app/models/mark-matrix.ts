import type { Mark, Matrix } from "~/statistics/matrix";
import type { HandedIn, HandedInAttempt, Wording } from "./handed-in.server";

/** One question as reports know it: its newest wording that was asked, and where in the quiz it stood. */
export type AskedQuestion = Wording & {
  /** Every wording of it that was asked. */
  versions: string[];
  slot: number;
  /** Points, as in the newest attempt that was asked it. */
  weight: number;
  /** How many attempts were asked it. */
  asked: number;
  /** Whether others were asked something else at its place. */
  drawn: boolean;
};

/**
 * What was asked and can be marked, in the order of the quiz, with two views of the marks. `byItem` has a column for each
 * question; `bySlot` one for each place, so that attempts that drew different questions have columns in common.
 */
export type MarkMatrix = { questions: AskedQuestion[]; byItem: Matrix; bySlot: Matrix; slots: number[] };

/** A correction or an edit of the quiz may have changed what a question is worth: then marks are counted in its newest points. */
export function markMatrix({ attempts, wordings }: HandedIn): MarkMatrix {
  const given = attempts.map((attempt) => answersOf(attempt, wordings));
  // Ids rise with time: the newest attempt says last where a question stands and what it is worth.
  const byTime = attempts
    .map((_, row) => row)
    .sort((a, b) => ((attempts[a]?.id ?? "") < (attempts[b]?.id ?? "") ? -1 : 1));
  const questions = new Map<string, AskedQuestion>();
  const places = new Map<number, { items: Set<string>; weight: number }>();
  for (const { wording, slot, weight } of byTime.flatMap((row) => given[row] ?? [])) {
    const place = places.get(slot) ?? { items: new Set(), weight };
    places.set(slot, Object.assign(place, { weight }));
    place.items.add(wording.item);
    const known = questions.get(wording.item) ?? { ...wording, versions: [], slot, weight, asked: 0, drawn: false };
    const newest = wording.number > known.number ? wording : {};
    questions.set(wording.item, Object.assign(known, newest, { slot, weight, asked: known.asked + 1 }));
    if (!known.versions.includes(wording.version)) known.versions.push(wording.version);
  }
  const list = [...questions.values()]
    .map((one) => ({ ...one, drawn: (places.get(one.slot)?.items.size ?? 1) > 1 }))
    .sort((a, b) => a.slot - b.slot || (a.item < b.item ? -1 : 1));
  const slots = [...places.keys()].sort((a, b) => a - b);
  const byItem = matrixOf(
    given,
    list.map(({ item, weight }) => [item, weight]),
    ({ wording }) => wording.item,
  );
  // As many places as questions and one question at each: both views are one, and need to be computed with once.
  if (list.length === slots.length && list.every(({ drawn }) => !drawn))
    return { questions: list, slots, byItem, bySlot: byItem };
  const bySlot = matrixOf(
    given,
    slots.map((slot) => [slot, places.get(slot)?.weight ?? 0]),
    ({ slot }) => slot,
  );
  return { questions: list, slots, byItem, bySlot };
}

type Answer = { wording: Wording; slot: number; weight: number; fraction: number | null };

/** Opinions are left out: there is nothing to mark. */
function answersOf({ slots, versions, weights, fractions }: HandedInAttempt, wordings: HandedIn["wordings"]): Answer[] {
  return slots.flatMap((slot, index) => {
    const wording = wordings.get(versions[index] as string);
    return wording?.scored
      ? [{ wording, slot, weight: weights[index] as number, fraction: fractions[index] ?? null }]
      : [];
  });
}

/** @param columns what tells each column, and its points */
function matrixOf<Name>(given: Answer[][], columns: [Name, number][], nameOf: (answer: Answer) => Name): Matrix {
  const at = new Map(columns.map(([name], column) => [name, column]));
  return {
    weights: columns.map(([, weight]) => weight),
    attempts: given.map((answers) => {
      const marks: Mark[] = columns.map(() => null);
      for (const answer of answers) {
        const column = at.get(nameOf(answer)) as number;
        marks[column] = points(answer.fraction, columns[column]?.[1] ?? 0);
      }
      return marks;
    }),
  };
}

/** Rounded as scores are stored. */
function points(fraction: number | null, weight: number): Mark {
  return fraction === null ? "waiting" : Math.round(fraction * weight * 1e4) / 1e4;
}
