/** One figure that is held against a limit, where there is one: `most` of it, in its unit. `note` says what else was seen. */
export type Figure = {
  part: "start" | "memory" | "install" | "storage";
  what: string;
  value: number;
  unit: "s" | "MB" | "bytes";
  most: number | null;
  verdict: "ok" | "over" | "no budget" | "not there";
  note: string;
};

export function figure(given: Omit<Figure, "verdict" | "note"> & { note?: string }): Figure {
  const { value, most } = given;
  const judged = most === null ? "no budget" : value <= most ? "ok" : "over";
  return { note: "", ...given, verdict: Number.isFinite(value) ? judged : "not there" };
}
