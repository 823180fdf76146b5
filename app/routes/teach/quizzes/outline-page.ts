import { z } from "zod";

/** What a page of the builder was drawn with. It travels with the form, so that a stale one can say what it wanted. */
export const Drawn = z.object({
  rows: z
    .array(
      z.object({
        key: z.string().max(2000),
        name: z.string().max(2000),
        weight: z.number(),
        version: z.number().nullable(),
        section: z.number().nullable(),
      }),
    )
    .max(300),
  headings: z.array(z.string().max(500)).max(100),
});
export type Drawn = z.infer<typeof Drawn>;

/** Reads it back; null when it is not there or was tampered with. */
export function drawnOf(text: string | undefined): Drawn | null {
  try {
    return Drawn.safeParse(JSON.parse(text ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

/** What a form that was refused asked for, a line each, in the words of the page that it was sent from. */
export function wanted(typed: Record<string, string>): string[] {
  if (typed.press === "undo") return ["Undo the last change."];
  const drawn = drawnOf(typed.drawn);
  if (!drawn) return [];
  const [, what = "", at] = /^(.*) (\d+)$/.exec(typed.press ?? "") ?? [];
  const ofSection = what.startsWith("section ");
  const named = ofSection ? drawn.headings[Number(at)] : drawn.rows[Number(at)]?.name;
  const way = what.replace("section ", "");
  const verb = way === "remove" ? "Remove" : "Move";
  const pressed = named ? [`${verb} “${named}”${way === "remove" ? "" : ` ${way}`}`] : [];
  return [...drawn.rows.flatMap((row, index) => changed(drawn, row, index, typed)), ...pressed];
}

/** What a refused form held for this place, for filling it in again. */
export function typedFor(typed: Record<string, string>, key: string) {
  const row = drawnOf(typed.drawn)?.rows.findIndex((one) => one.key === key) ?? -1;
  return { row, weight: typed[`w${row}`], version: typed[`v${row}`], section: typed[`s${row}`] };
}

function changed(
  { headings }: Drawn,
  was: Drawn["rows"][number],
  index: number,
  { [`w${index}`]: weight, [`v${index}`]: version, [`s${index}`]: section }: Record<string, string>,
): string[] {
  const asked = [
    ...(weight !== undefined && Number(weight.replace(",", ".")) !== was.weight ? [`worth ${weight}`] : []),
    ...(version !== undefined && version !== String(was.version ?? "")
      ? [version === "" ? "always the newest version" : `held at version ${version}`]
      : []),
    ...(section !== undefined && section !== String(was.section === null ? "" : was.section + 1)
      ? [section === "" ? "moved before all sections" : `moved into “${headings[Number(section) - 1]}”`]
      : []),
  ];
  return asked.length > 0 ? [`${was.name}: ${asked.join(", ")}`] : [];
}
