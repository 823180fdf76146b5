import type { Interaction } from "../contract";
import { offeredEach } from "../form";
import { authoring } from "./authoring";
import { faults, grade } from "./grade";
import { guess } from "./guess";
import { outcome, review, summary, worked } from "./review";
import { Body, Key, Response } from "./schema";
import { contradictions, solution } from "./solve";

export const labState = {
  marking: "automatic",
  body: Body,
  key: Key,
  response: Response,
  parse(form, name, body) {
    const given = offeredEach(form, name, body.switches, () => ["on", "off"]);
    if (!given) return null;
    return {
      v: 1,
      switches: Object.fromEntries(Object.entries(given).map(([control, set]) => [control, set === "on"])),
    };
  },
  contradictions,
  solution,
  grade,
  guess,
  faults,
  codes: (_body, key) => [...Object.keys(key.conditions).map((observer) => `condition.${observer}`), "goal"],
  // The switches stand in the order in which the author offers them.
  shuffle: (body) => body,
  review,
  outcome,
  worked,
  ruleInWords: () => "Each condition counts: every one that holds earns its part",
  summary,
  authoring,
} satisfies Interaction<Body, Key, Response>;
