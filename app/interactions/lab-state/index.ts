import type { Interaction } from "../contract";
import { offeredEach } from "../form";
import { faults, grade, guess } from "./grade";
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
  summary,
} satisfies Interaction<Body, Key, Response>;
