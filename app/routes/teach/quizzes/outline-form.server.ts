import { z } from "zod";
import type { Reply } from "~/components/form";
import { type Detail, moveSection, moveSlot, removeSection, removeSlot, setDetails } from "~/models/quiz-moves";
import { type Change, type Direction, placeOf } from "~/models/quiz-plan";
import { parseFields } from "../../account/parse-form.server";
import { drawnOf } from "./outline-page";

/** What the form of the outline asks for. `focus` is the key of the place that a button moved. */
export type OutlineForm =
  | { change: Change; seen: string; focus: string | null; typed: Reply["typed"]; errors: null }
  | { change: null; seen: string; typed: Reply["typed"]; errors: Reply["errors"] };

/** Reads the form of the outline: points, version and section of each place, then what the pressed button does. */
export function readOutline(form: FormData): OutlineForm {
  const drawn = drawnOf(String(form.get("drawn"))) ?? { rows: [], headings: [] };
  const { value, typed, errors } = parseFields(form, schemaOf(drawn.rows.length));
  const seen = typed.seen ?? "";
  if (!value) return { change: null, seen, typed, errors };
  const fields = value as Record<string, string | number | undefined>;
  const details = drawn.rows.map((row, index): [string, Detail] => [
    row.key,
    {
      weight: fields[`w${index}`] as number,
      pinnedVersion: Number(fields[`v${index}`]) || null,
      section: fields[`s${index}`] ? Number(fields[`s${index}`]) - 1 : null,
    },
  ]);
  const press = /^(up|down|remove|section up|section down|section remove) (\d+)$/.exec(typed.press ?? "");
  const [what, at] = [press?.[1] ?? "", Number(press?.[2] ?? -1)];
  const key = what.startsWith("section") ? null : (drawn.rows[at]?.key ?? null);
  return { change: both(put(details), pressed(what, at, key)), seen, focus: key, typed, errors: null };
}

const Weight = z
  .string("Say how many points, such as 1 or 0.5.")
  .trim()
  .regex(/^\d{1,4}([.,]\d{1,4})?$/, "Say how many points, such as 1 or 0.5.")
  .transform((text) => Number(text.replace(",", ".")))
  .refine((weight) => weight <= 1000, "Give at most 1000 points.");
const Choice = z
  .string()
  .regex(/^\d{0,4}$/)
  .optional();

function schemaOf(rows: number) {
  const shape: Record<string, z.ZodType> = {
    seen: z.string().max(40).optional(),
    press: z.string().max(40).optional(),
    drawn: z.string(),
  };
  for (let row = 0; row < rows; row++)
    Object.assign(shape, { [`w${row}`]: Weight, [`v${row}`]: Choice, [`s${row}`]: Choice });
  return z.object(shape);
}

/** Details of places by key, as places of the plan that is there now. */
function put(details: [string, Detail][]): Change {
  return (plan, name) => {
    const there = details.flatMap(([key, detail]): [number, Detail][] => {
      const at = placeOf(plan.slots, key);
      const slot = plan.slots[at];
      if (!slot) return [];
      const known = detail.section === null || detail.section < plan.sections.length;
      return [[at, known ? detail : { ...detail, section: slot.section }]];
    });
    return setDetails(new Map(there))(plan, name);
  };
}

function pressed(what: string, at: number, key: string | null): Change {
  return (plan, name) => {
    const place = key === null ? -1 : placeOf(plan.slots, key);
    const way = what.replace("section ", "") as Direction | "remove";
    if (what.startsWith("section")) return (way === "remove" ? removeSection(at) : moveSection(at, way))(plan, name);
    if (place === -1) return null;
    return (way === "remove" ? removeSlot(place) : moveSlot(place, way))(plan, name);
  };
}

/** One change after the other, as one. */
function both(first: Change, second: Change): Change {
  return (plan, name) => {
    const one = first(plan, name);
    const other = second(one?.plan ?? plan, name);
    return one && other ? { plan: other.plan, said: `${one.said} ${other.said}` } : (one ?? other);
  };
}
