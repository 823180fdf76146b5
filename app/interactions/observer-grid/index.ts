import { learnable } from "~/lab/model";
import type { Interaction } from "../contract";
import { offeredEach } from "../form";
import { placingRules } from "../placing";
import { ruleWords } from "../rules";
import { authoring } from "./authoring";
import { codes, contradictions, faults, grade } from "./grade";
import { guess } from "./guess";
import { review, summary, worked } from "./review";
import { Body, Key, Response } from "./schema";

export const observerGrid = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name, body) {
    const cells = offeredEach(form, name, body.rows, () => learnable);
    return cells && { v: 1, cells: Response.shape.cells.parse(cells) };
  },
  contradictions,
  solution: (_body, key) => ({ v: 1, cells: key.cells }),
  keyFor(body, key, response) {
    const whole = body.rows.every((row) => response.cells[row] !== undefined);
    return whole ? { ...key, cells: response.cells as Key["cells"] } : null;
  },
  grade,
  guess,
  faults,
  codes,
  // The rows follow the way of the message, the columns go from most to least.
  countedByLine: true,
  shuffle: (body) => body,
  review,
  worked,
  ruleInWords: (_body, key) => ruleWords(placingRules, key.rule),
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
