import type { Interaction } from "../contract";
import { shuffled } from "../shuffled";
import { faults, grade, guess } from "./grade";
import { review, summary, worked } from "./review";
import { Body, Key, Response } from "./schema";

export const choice = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name, body) {
    const given = new Set(form.getAll(name));
    const chosen = body.options.map((option) => option.id).filter((id) => given.has(id));
    return chosen.length > 0 ? { v: 1, chosen: chosen.slice(0, body.max) } : null;
  },
  solution: (_body, key) => ({ v: 1, chosen: key.right }),
  grade,
  guess,
  faults,
  codes: (body) => body.options.map((option) => `option.${option.id}`),
  shuffle: (body, random) => ({ ...body, options: shuffled(body.options, random) }),
  review,
  worked,
  summary,
} satisfies Interaction<Body, Key, Response>;
