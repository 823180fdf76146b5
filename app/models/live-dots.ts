/** How one question or section of one student stands in the live view. */
export type Dot = "not started" | "working" | "stuck" | "answered" | "right" | "partly" | "wrong" | "blank";

/** One question of an attempt. */
export type Stop = {
  slot: number;
  /** The number under which its student meets it. */
  place: number;
  /** When its answer last changed or was checked, in seconds; null when it was never touched. */
  at: number | null;
  answered: boolean;
  /** How often it was checked, and the best and the last fraction of that; null where nothing was checked. */
  tries: number;
  best: number | null;
  last: number | null;
};

/** The question that was touched last, the first of several; null while none was. */
export function newestOf(stops: Stop[]): Stop | null {
  let newest: Stop | null = null;
  for (const one of stops) if (one.at !== null && (newest?.at == null || one.at > newest.at)) newest = one;
  return newest;
}

/**
 * The question at which somebody is whose attempt is under way: the one they touched last while it has no answer or its last check was not right,
 * otherwise the next one without an answer, in their order, from there and then from the beginning.
 * @returns null when every question has its answer: they are looking it over
 */
export function here(stops: Stop[]): Stop | null {
  const inOrder = [...stops].sort((a, b) => a.place - b.place);
  const newest = newestOf(inOrder);
  if (newest && (!newest.answered || (newest.last !== null && newest.best !== 1))) return newest;
  const after = newest?.place ?? 0;
  const open = inOrder.filter(({ answered }) => !answered);
  return open.find(({ place }) => place > after) ?? open[0] ?? null;
}

/**
 * A dot for each place of the quiz. Right or not is told only of what was checked on the way.
 * @param over whether the attempt is handed in: then what has no answer is blank
 */
export function dotsOf(
  places: number[],
  stops: Stop[],
  { on, stuck, over }: { on: Stop | null; stuck: boolean; over: boolean },
): Dot[] {
  const bySlot = new Map(stops.map((stop) => [stop.slot, stop]));
  return places.map((slot) => {
    const stop = bySlot.get(slot);
    if (!stop) return over ? "blank" : "not started";
    if (slot === on?.slot) return stuck ? "stuck" : "working";
    if (!stop.answered) return over ? "blank" : "not started";
    if (stop.last === null) return "answered";
    return stop.last === 1 ? "right" : stop.last === 0 ? "wrong" : "partly";
  });
}
