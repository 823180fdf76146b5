import { type Matrix, notAsked, waiting } from "~/statistics/matrix";
import type { AttemptMarks, Layout } from "./attempt-marks.server";
import type { Wording } from "./handed-in.server";

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

type Place = { slot: number; weight: number; items: Set<string>; marks: Float64Array };
type Question = { about: AskedQuestion; marks: Float64Array };

/**
 * Where the marks of attempts are written down, a number each: of a year group no more is held.
 * @param size how many attempts; a row each
 */
export function markSheet(size: number) {
  const questions = new Map<string, Question>();
  const places = new Map<number, Place>();
  const column = () => new Float64Array(size).fill(notAsked);

  /** Opinions are left out: there is nothing to mark. */
  const seatIn = (layout: Layout, index: number, wordings: Map<string, Wording>) => {
    const wording = wordings.get(layout.versions[index] as string);
    if (!wording?.scored) return [];
    const [slot, weight] = [layout.slots[index] as number, layout.weights[index] as number];
    const place = places.get(slot) ?? { slot, weight, items: new Set(), marks: column() };
    places.set(slot, place);
    place.items.add(wording.item);
    const question = questions.get(wording.item) ?? {
      about: { ...wording, versions: [], slot, weight, asked: 0, drawn: false },
      marks: column(),
    };
    questions.set(wording.item, question);
    if (wording.number > question.about.number) Object.assign(question.about, wording);
    if (!question.about.versions.includes(wording.version)) question.about.versions.unshift(wording.version);
    return [{ index, place, question }];
  };
  const seated = new WeakMap<Layout, ReturnType<typeof seatIn>>();

  return {
    /**
     * The marks of one attempt. A correction or an edit of the quiz may have changed what a question is worth: marks are
     * counted in its newest points, so the newest attempt comes first.
     * @param wordings at least those of its layout
     */
    add(row: number, { layout, fractions }: AttemptMarks, wordings: Map<string, Wording>): void {
      const seats = seated.get(layout) ?? layout.slots.flatMap((_, index) => seatIn(layout, index, wordings));
      seated.set(layout, seats);
      for (const { index, place, question } of seats) {
        const fraction = fractions[index] ?? null;
        question.about.asked++;
        question.marks[row] = points(fraction, question.about.weight);
        place.marks[row] = points(fraction, place.weight);
      }
    },
    /** What was written down so far. */
    matrix(): MarkMatrix {
      const list = [...questions.values()].sort(
        ({ about: a }, { about: b }) => a.slot - b.slot || (a.item < b.item ? -1 : 1),
      );
      const atPlaces = [...places.values()].sort((a, b) => a.slot - b.slot);
      for (const { about } of list) about.drawn = (places.get(about.slot)?.items.size ?? 1) > 1;
      const byItem = {
        ...{ size, weights: list.map(({ about }) => about.weight) },
        marks: list.map(({ marks }) => marks),
      };
      // As many places as questions and one question at each: both views are one, and need to be computed with once.
      const alike = list.length === atPlaces.length && list.every(({ about }) => !about.drawn);
      return {
        questions: list.map(({ about }) => about),
        slots: atPlaces.map(({ slot }) => slot),
        byItem,
        bySlot: alike
          ? byItem
          : { size, weights: atPlaces.map(({ weight }) => weight), marks: atPlaces.map(({ marks }) => marks) },
      };
    },
  };
}

/** Rounded as scores are stored. */
function points(fraction: number | null, weight: number): number {
  return fraction === null ? waiting : Math.round(fraction * weight * 1e4) / 1e4;
}
