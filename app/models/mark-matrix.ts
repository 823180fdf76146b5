import type { Mark, Matrix } from "~/statistics/matrix";
import type { HandedIn, Wording } from "./handed-in.server";

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
  const questions = new Map<string, AskedQuestion & { newest: string }>();
  const places = new Map<number, { items: Set<string>; weight: number; newest: string }>();
  for (const { id, slots, versions, weights } of attempts) {
    slots.forEach((slot, index) => {
      const wording = wordings.get(versions[index] as string);
      if (!wording?.scored) return;
      const weight = weights[index] as number;
      const place = places.get(slot) ?? { items: new Set(), weight, newest: id };
      places.set(slot, place);
      place.items.add(wording.item);
      if (id > place.newest) Object.assign(place, { weight, newest: id });
      const known = questions.get(wording.item);
      if (!known) {
        const first = { versions: [wording.version], slot, weight, asked: 1, drawn: false, newest: id };
        questions.set(wording.item, { ...wording, ...first });
        return;
      }
      known.asked++;
      if (!known.versions.includes(wording.version)) known.versions.push(wording.version);
      if (wording.number > known.number) Object.assign(known, wording);
      if (id > known.newest) Object.assign(known, { slot, weight, newest: id });
    });
  }
  const list = [...questions.values()]
    .map((one) => ({ ...one, drawn: (places.get(one.slot)?.items.size ?? 1) > 1 }))
    .sort((a, b) => a.slot - b.slot || (a.item < b.item ? -1 : 1));
  const slots = [...places.keys()].sort((a, b) => a - b);
  const columnOfItem = new Map(list.map(({ item }, column) => [item, column]));
  const columnOfSlot = new Map(slots.map((slot, column) => [slot, column]));
  const byItem = { weights: list.map(({ weight }) => weight), attempts: [] as Mark[][] };
  const bySlot = { weights: slots.map((slot) => places.get(slot)?.weight ?? 0), attempts: [] as Mark[][] };
  for (const attempt of attempts) {
    const items: Mark[] = list.map(() => null);
    const ofSlots: Mark[] = slots.map(() => null);
    attempt.slots.forEach((slot, index) => {
      const wording = wordings.get(attempt.versions[index] as string);
      if (!wording?.scored) return;
      const fraction = attempt.fractions[index] ?? null;
      const item = columnOfItem.get(wording.item) as number;
      const place = columnOfSlot.get(slot) as number;
      items[item] = points(fraction, byItem.weights[item] as number);
      ofSlots[place] = points(fraction, bySlot.weights[place] as number);
    });
    byItem.attempts.push(items);
    bySlot.attempts.push(ofSlots);
  }
  return { questions: list, byItem, bySlot, slots };
}

/** Rounded as scores are stored. */
function points(fraction: number | null, weight: number): Mark {
  return fraction === null ? "waiting" : Math.round(fraction * weight * 1e4) / 1e4;
}
