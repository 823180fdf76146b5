import type { Interaction } from "../contract";
import { pickContradictions, pickingRules } from "../picking";
import { ruleWords } from "../rules";
import { authoring } from "./authoring";
import { faults, grade } from "./grade";
import { guess } from "./guess";
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
    // More ticks than were asked for are kept, and marked by the rule: the page shows all of them as given.
    return chosen.length > 0 ? { v: 1, chosen: body.max === 1 ? chosen.slice(0, 1) : chosen } : null;
  },
  contradictions: (body, key) => pickContradictions(body.targets, body.max, key.right),
  solution: (_body, key) => ({ v: 1, chosen: key.right }),
  keyFor: (_body, key, response) => ({ ...key, right: response.chosen }),
  grade,
  guess,
  faults,
  codes: (body) => body.targets.map((target) => `target.${target.id}`),
  // The list follows the way through the picture.
  countedByLine: true,
  shuffle: (body) => body,
  review,
  worked,
  ruleInWords: (body, key) => (body.max === 1 ? null : ruleWords(pickingRules, key.rule)),
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
