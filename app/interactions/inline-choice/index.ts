import type { Interaction } from "../contract";
import { offeredEach } from "../form";
import { gapRules } from "../placing";
import { ruleWords } from "../rules";
import { shuffled } from "../shuffled";
import { authoring } from "./authoring";
import { codes, contradictions, faults, grade } from "./grade";
import { guess } from "./guess";
import { review, summary, worked } from "./review";
import { Body, Key, Response } from "./schema";

export const inlineChoice = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name, body) {
    const offers = new Map(body.gaps.map((gap) => [gap.id, gap.options.map((option) => option.id)]));
    const gaps = offeredEach(form, name, [...offers.keys()], (id) => offers.get(id) ?? []);
    return gaps && { v: 1, gaps };
  },
  contradictions,
  solution: (_body, key) => ({ v: 1, gaps: key.gaps }),
  keyFor: (body, key, response) =>
    body.gaps.every(({ id }) => response.gaps[id]) ? { ...key, gaps: response.gaps } : null,
  grade,
  guess,
  faults,
  codes,
  // The sentence stays as it is; only the words offered in each gap change places.
  countedByLine: true,
  shuffle: (body, random) => ({
    ...body,
    gaps: body.gaps.map((gap) => ({ ...gap, options: shuffled(gap.options, random) })),
  }),
  review,
  worked,
  ruleInWords: (_body, key) => ruleWords(gapRules, key.rule),
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
