import type { Interaction } from "../contract";
import { offeredEach } from "../form";
import { ruleWords } from "../rules";
import { shuffled } from "../shuffled";
import { authoring } from "./authoring";
import { contradictions, faults, grade } from "./grade";
import { guess } from "./guess";
import { review, summary, worked } from "./review";
import { Body, Key, Response, rules } from "./schema";

export const order = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name, body) {
    const places = body.steps.map((_, index) => String(index + 1));
    const steps = body.steps.map((step) => step.id);
    const given = offeredEach(form, name, steps, () => places);
    if (!given) return null;
    return { v: 1, ranks: Object.fromEntries(Object.entries(given).map(([id, place]) => [id, Number(place)])) };
  },
  contradictions,
  solution: (_body, key) => ({ v: 1, ranks: Object.fromEntries(key.order.map((id, index) => [id, index + 1])) }),
  grade,
  guess,
  faults,
  codes: () => ["order"],
  orderTells: true,
  shuffle: (body, random) => ({ ...body, steps: shuffled(body.steps, random) }),
  review,
  worked,
  ruleInWords: (_body, key) => ruleWords(rules, key.rule),
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
