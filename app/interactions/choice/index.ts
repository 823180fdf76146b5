import type { Interaction } from "../contract";
import { pickContradictions, pickingRules } from "../picking";
import { ruleWords } from "../rules";
import { shuffled } from "../shuffled";
import { authoring } from "./authoring";
import { faults, grade } from "./grade";
import { guess } from "./guess";
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
  contradictions: (body, key) => pickContradictions(body.options, body.max, key.right),
  solution: (_body, key) => ({ v: 1, chosen: key.right }),
  grade,
  guess,
  faults,
  codes: (body) => body.options.map((option) => `option.${option.id}`),
  shuffle: (body, random) => ({ ...body, options: shuffled(body.options, random) }),
  review,
  worked,
  ruleInWords: (body, key) => (body.max === 1 ? null : ruleWords(pickingRules, key.rule)),
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
