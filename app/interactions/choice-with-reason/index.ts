import type { Interaction } from "../contract";
import { offered } from "../form";
import { ruleWords } from "../rules";
import { shuffled } from "../shuffled";
import { authoring } from "./authoring";
import { contradictions, faults, grade } from "./grade";
import { guess } from "./guess";
import { review, summary, worked } from "./review";
import { Body, Key, Response, rules } from "./schema";

export const choiceWithReason = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name, body) {
    const verdict = offered(form, `${name}.truth`, ["true", "false"]);
    const truth = verdict === null ? null : verdict === "true";
    const ids = body.reasons.map((reason) => reason.id);
    const reason = offered(form, `${name}.reason`, ids);
    return truth === null && reason === null ? null : { v: 1, truth, reason };
  },
  contradictions,
  solution: (_body, key) => ({ v: 1, truth: key.truth, reason: key.reason }),
  keyFor: (_body, key, { truth, reason }) => (truth === null || reason === null ? null : { ...key, truth, reason }),
  grade,
  guess,
  faults,
  codes: (body) => ["tf.true", "tf.false", ...body.reasons.map((reason) => `reason.${reason.id}`)],
  countedByLine: true,
  shuffle: (body, random) => ({ ...body, reasons: shuffled(body.reasons, random) }),
  review,
  worked,
  ruleInWords: (_body, key) => ruleWords(rules, key.rule),
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
