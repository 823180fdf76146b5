import { z } from "zod";
import { statusIds } from "../statuses";

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "is written in small letters, digits and hyphens");
const digit = z.enum(["0", "1"]).optional();
const switches = { tls: digit, inter_dc: digit, at_rest: digit, e2e: digit };
const none = z.strictObject({});

/** The figures that lessons can show. */
const figureNames = ["D-L1", "D-L2", "D-L3"] as const;

/** How many letters of a pin's name, and how many pins, the network has room for. */
export const pinRoom = { letters: 10, pins: 4 };

/** What a sentence is that needs no source. */
export const kinds = ["definition", "question", "instruction", "model", "reading"] as const;
export type Kind = (typeof kinds)[number];

export const learned = z.enum(["content", "metadata", "nothing"]);
export const status = z.enum(statusIds);

/** Our marks inside a sentence, by name, with the attributes each takes. */
export const inline = { ref: none, kind: none, known: none, term: z.strictObject({ id }) };

/** Our blocks on a line of their own. */
const leaf = {
  recall: z.strictObject({ id }),
  figure: z
    .strictObject({ name: z.enum(figureNames), caption: z.string().min(1), ...switches })
    .refine(
      ({ name, caption: _, ...locks }) => name !== "D-L2" || Object.keys(locks).length === 0,
      "D-L2 has no locks",
    ),
  check: z.strictObject({ id: z.string().regex(/^[A-Z0-9.]+$/) }),
  sort: z.strictObject({
    id,
    cards: z.string().regex(/^(C\d+( C\d+)+|RC\d+( RC\d+)+)$/, "are at least two claims, or at least two comments"),
  }),
  lab: z.strictObject({ caption: z.string().min(1), ...switches, demand_served: digit }),
  quiz: z.strictObject({ slug: id }),
  terms: z.strictObject({ lesson: id }),
  comments: z.strictObject({ ids: z.string().optional(), show: z.enum(["cards", "key"]).optional() }),
};

/** Our blocks that hold others. */
export const container = {
  predict: z.strictObject({ id, type: z.enum(["one", "many", "place"]) }),
  reflect: z.strictObject({ id }),
  example: none,
  cards: none,
  card: z.strictObject({ title: z.string().min(1), speaker: z.string().optional() }),
  steps: none,
  worked: none,
  timeline: none,
  table: z.strictObject({ caption: z.string().min(1) }),
  establish: none,
  does: none,
  not: none,
};

/** The schema of a directive's attributes, or undefined when we do not define it. */
export function attributesOf(type: string, name: string): z.ZodType<Record<string, string | undefined>> | undefined {
  const defined: Record<string, z.ZodType> =
    type === "textDirective" ? inline : type === "leafDirective" ? leaf : container;
  return Object.hasOwn(defined, name) ? (defined[name] as z.ZodType<Record<string, string | undefined>>) : undefined;
}
