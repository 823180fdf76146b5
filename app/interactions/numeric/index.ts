import type { Interaction } from "../contract";
import { typed } from "../form";
import { authoring } from "./authoring";
import { codes, faults, grade } from "./grade";
import { parseNumber, writeNumber } from "./number";
import { review, summary } from "./review";
import { Body, Key, Response } from "./schema";

export const numeric = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name) {
    const text = typed(form, name).trim();
    return text ? { v: 1, text } : null;
  },
  solution: (_body, key) => ({ v: 1, text: writeNumber(key.value, key.tolerance) }),
  keyFor(body, key, response) {
    const value = parseNumber(response.text, body.unit);
    return value === null ? null : { ...key, value };
  },
  grade,
  faults,
  codes,
  shuffle: (body) => body,
  review,
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
