import fc from "fast-check";

/** How much of what it has not yet heard about a device sends: all, one in two, or all with the newest first. */
export type Share = "all" | "half" | "backwards";
/** What becomes of a packet. "twice": it is sent again before the first reply is there. */
export type Fate = "arrives" | "reply lost" | "lost" | "delayed" | "twice";

/** One thing that reaches for the server. Only these can happen at the same time. */
export type Call =
  | { do: "send"; device: number; share: Share; fate: Fate }
  | { do: "arrive"; packet: number; again: boolean }
  | { do: "submit"; device: number }
  | { do: "close" };

export type Step =
  | Call
  | { do: "change"; device: number; slot: number; pick: number }
  | { do: "line"; device: number }
  | { do: "pass"; seconds: number }
  | { do: "together"; calls: Call[] };

/**
 * What one student does with two tabs and a second device. Seconds are of the story: nobody waits for them.
 * `deadline` counts from the start; `wall` is by how many seconds the clock on each device's wall is wrong.
 */
export type Script = { deadline: number | null; slots: number[]; wall: number[]; steps: Step[] };

export const devices = 3;
/** Answers prepared for each question, of which a change picks one. */
export const picks = 40;

const device = fc.nat(devices - 1);
const send: fc.Arbitrary<Call> = fc.record({
  do: fc.constant("send" as const),
  device,
  share: fc.constantFrom<Share>("all", "all", "half", "backwards"),
  fate: fc.constantFrom<Fate>("arrives", "arrives", "reply lost", "lost", "delayed", "twice"),
});
const arrive: fc.Arbitrary<Call> = fc.record({
  do: fc.constant("arrive" as const),
  packet: fc.nat(5),
  again: fc.boolean(),
});
const submit: fc.Arbitrary<Call> = fc.record({ do: fc.constant("submit" as const), device });
const close: fc.Arbitrary<Call> = fc.constant({ do: "close" });
const call = fc.oneof(
  { arbitrary: send, weight: 14 },
  { arbitrary: arrive, weight: 6 },
  { arbitrary: submit, weight: 1 },
  { arbitrary: close, weight: 1 },
);
const change = fc.record({ do: fc.constant("change" as const), device, slot: fc.nat(1), pick: fc.nat(picks) });
const line = fc.record({ do: fc.constant("line" as const), device });
const pass = fc.record({ do: fc.constant("pass" as const), seconds: fc.constantFrom(1, 4, 15, 29, 31, 120) });
const together = fc.record({
  do: fc.constant("together" as const),
  calls: fc.array(call, { minLength: 2, maxLength: 5, size: "max" }),
});

/** @param questions how many the quiz has @param time whether the story has a clock that can be moved */
export function scripts(questions: number, time: boolean): fc.Arbitrary<Script> {
  const step = fc.oneof(
    { arbitrary: change, weight: 14 },
    { arbitrary: send, weight: 6 },
    { arbitrary: together, weight: 6 },
    { arbitrary: arrive, weight: 2 },
    { arbitrary: line, weight: 1 },
    { arbitrary: pass, weight: time ? 4 : 0 },
    { arbitrary: fc.oneof(submit, close), weight: 1 },
  );
  // Small numbers are not more interesting here than large ones.
  const story = fc.record({
    deadline: time ? fc.constantFrom(null, 45, 45, 300) : fc.constant(null),
    slots: fc.uniqueArray(fc.integer({ min: 1, max: questions }), { minLength: 2, maxLength: 2 }),
    wall: fc.array(fc.integer({ min: -3 * 86_400, max: 3 * 86_400 }), { minLength: devices, maxLength: devices }),
    steps: fc.array(step, { minLength: 8, maxLength: 24, size: "max" }),
  });
  return fc.noBias(story);
}
