import type { Interaction } from "../contract";
import { typed } from "../form";
import { authoring } from "./authoring";
import { codes, faults, grade, rightAnswer } from "./grade";
import { review, summary } from "./review";
import { Body, Key, longest, Response } from "./schema";
import { literally } from "./wildcard";

export const textEntry = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name) {
    const text = typed(form, name).trim();
    return text ? { v: 1, text } : null;
  },
  solution: (_body, key) => ({ v: 1, text: rightAnswer(key) }),
  keyFor(_body, key, response) {
    // Of some texts nothing is left to compare by.
    const given = response.text.length <= longest ? literally(response.text) : "";
    return Key.safeParse({ ...key, accepted: [given] }).data ?? null;
  },
  grade,
  faults,
  codes,
  shuffle: (body) => body,
  review,
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
