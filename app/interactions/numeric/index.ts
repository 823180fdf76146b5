import type { Interaction } from "../contract";
import { typed } from "../form";
import { authoring } from "./authoring";
import { codes, faults, grade } from "./grade";
import { writeNumber } from "./number";
import { review, summary } from "./review";
import { Body, Key, longest, Response } from "./schema";

export const numeric = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name) {
    const text = typed(form, name, longest).trim();
    return text ? { v: 1, text } : null;
  },
  solution: (_body, key) => ({ v: 1, text: writeNumber(key.value, key.tolerance) }),
  grade,
  faults,
  codes,
  shuffle: (body) => body,
  review,
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
