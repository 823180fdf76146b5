import type { Interaction } from "../contract";
import { typed } from "../form";
import { authoring } from "./authoring";
import { grade } from "./grade";
import { review, summary } from "./review";
import { Body, Key, Response } from "./schema";

export const extendedText = {
  marking: "by hand",
  body: Body,
  key: Key,
  response: Response,
  /** What was typed stays as it is: its blank lines and indents are the writer's. */
  parse(form, name) {
    const text = typed(form, name);
    return /\S/.test(text) ? { v: 1, text } : null;
  },
  solution: (_body, key) => ({ v: 1, text: key.model }),
  grade,
  faults: () => [],
  codes: () => [],
  shuffle: (body) => body,
  review,
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
