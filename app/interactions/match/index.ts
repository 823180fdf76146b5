import type { Interaction } from "../contract";
import { offeredEach } from "../form";
import { shuffled } from "../shuffled";
import { faults, grade, guess } from "./grade";
import { review, summary, worked } from "./review";
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
  solution: (_body, key) => ({ v: 1, pairs: key.pairs }),
  grade,
  guess,
  faults,
  codes: (body) => body.sources.map((source) => `source.${source.id}`),
  // Bins are headings and keep their order; partners in the author's order would give the pairs away.
  orderTells: true,
  shuffle: (body, random) => ({
    ...body,
    sources: shuffled(body.sources, random),
    targets: body.reuse ? body.targets : shuffled(body.targets, random),
  }),
  review,
  worked,
  summary,
} satisfies Interaction<Body, Key, Response>;
