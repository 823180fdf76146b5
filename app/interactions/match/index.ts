import type { Interaction } from "../contract";
import { offeredEach } from "../form";
import { placingRules } from "../placing";
import { ruleWords } from "../rules";
import { shuffled } from "../shuffled";

import { authoring } from "./authoring";
import { contradictions, faults, grade } from "./grade";
import { guess } from "./guess";
import { placed, review, summary, worked } from "./review";
import { Body, Key, Response } from "./schema";

export const match = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name, body) {
    const targets = body.targets.map((target) => target.id);
    const sources = body.sources.map((source) => source.id);
    const pairs = offeredEach(form, name, sources, () => targets);
    return pairs && { v: 1, pairs };
  },
  contradictions,
  solution: (_body, key) => ({ v: 1, pairs: key.pairs }),
  keyFor: (body, key, response) =>
    body.sources.every(({ id }) => response.pairs[id]) ? { ...key, pairs: response.pairs } : null,
  grade,
  guess,
  faults,
  codes: (body) => body.sources.map((source) => `source.${source.id}`),
  // Bins are headings and keep their order; partners in the author's order would give the pairs away.
  orderTells: true,
  countedByLine: true,
  shuffle: (body, random) => ({
    ...body,
    sources: shuffled(body.sources, random),
    targets: body.reuse ? body.targets : shuffled(body.targets, random),
  }),
  review,
  placed,
  worked,
  ruleInWords: (_body, key) => ruleWords(placingRules, key.rule),
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
