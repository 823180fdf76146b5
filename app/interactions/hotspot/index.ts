import type { Interaction } from "../contract";
import { faults, grade, guess } from "./grade";
import { review, summary, worked } from "./review";
import { Body, Key, Response } from "./schema";

export const hotspot = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name, body) {
    const given = new Set(form.getAll(name));
    const chosen = body.targets.map((target) => target.id).filter((id) => given.has(id));
    return chosen.length > 0 ? { v: 1, chosen: chosen.slice(0, body.max) } : null;
  },
  solution: (_body, key) => ({ v: 1, chosen: key.right }),
  grade,
  guess,
  faults,
  codes: (body) => body.targets.map((target) => `target.${target.id}`),
  // The list follows the way through the picture.
  shuffle: (body) => body,
  review,
  worked,
  summary,
} satisfies Interaction<Body, Key, Response>;
