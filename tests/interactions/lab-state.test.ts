import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyProblems } from "~/interactions/key-problems";
import { labState } from "~/interactions/lab-state";
import { type Control, controls, learns, type ObserverId, observers, type Settings } from "~/lab/model";
import vectors from "../lab-vectors.json";

const v = 1 as const;
const all = observers.map(({ id }) => id);
const start: Settings = { tls: true, inter_dc: false, at_rest_provider_key: false, e2e: false, demand_served: true };
const switches: Control[] = ["inter_dc", "at_rest_provider_key", "e2e"];
const body = { v, start, switches, goal: "Two learn nothing, the provider learns the content." };
const key = { v, conditions: { O3_inter_dc: "nothing", O4_disk_thief: "nothing", O5_provider: "content" } as const };
const set = (inter_dc: boolean, at_rest_provider_key: boolean, e2e: boolean) => ({
  v,
  switches: { inter_dc, at_rest_provider_key, e2e },
});

describe("a state of the lab as the answer", () => {
  it.each([
    [set(true, true, false), 1],
    [set(true, true, true), 2 / 3],
    [set(true, false, false), 2 / 3],
    // End-to-end alone leaves both the envelope and takes the text from the provider.
    [set(false, false, true), 0],
    [set(true, false, true), 1 / 3],
    // One condition holds at the start, but nothing was done for it.
    [set(false, false, false), 0],
    [{ v, switches: { inter_dc: true, at_rest_provider_key: true } }, 0],
    [null, 0],
  ])("earns the conditions that hold: %j earns %d", (response, fraction) => {
    expect(labState.grade(body, key, response)).toBeCloseTo(fraction, 12);
  });

  it("says how the fraction came about, also when nothing was turned or not everything was set", () => {
    expect(labState.worked(body, key, set(true, false, false), 3)).toBe("2 of 3 conditions hold: 3 × 2/3");
    expect(labState.worked(body, key, set(false, false, false), 3)).toBe(
      "The switches stand as they stood at the start: 3 × 0",
    );
    expect(labState.worked(body, key, { v, switches: { e2e: true } }, 3)).toBe("Not every switch is set: 3 × 0");
  });

  it("reviews each condition, replies when all hold, and else shows one way to do it", () => {
    expect(labState.review(body, key, set(true, false, false)).slice(1)).toEqual([
      {
        text: "Thief of a disk → content",
        standing: "wrong",
        picked: false,
        says: "Wanted: nothing.",
        code: "condition.O4_disk_thief",
      },
      { text: "Provider → content", standing: "right", picked: false },
      {
        text: "One way to do it: Link encryption between data centres: locked; At rest, provider’s key: locked; End-to-end: open",
        standing: "missed",
        picked: false,
      },
    ]);
    expect(labState.review(body, key, set(true, true, false)).at(-1)).toMatchObject({
      standing: "right",
      code: "goal",
    });
  });

  it.each(
    vectors.map((vector) => [vector.id, vector] as const),
  )("shows what the seven learn under the student's own setting, and only once the key is out: %s", (_, vector) => {
    const whole = { ...body, switches: [...controls] };
    const response = { v, switches: Object.fromEntries(controls.map((one) => [one, vector[one]])) };
    expect(labState.outcome(whole, key, response)?.rows.map(([, learned]) => learned)).toEqual(
      all.map((id) => (vector.expect as Record<ObserverId, string>)[id]),
    );
    expect(labState.outcome(whole, null, response)).toBeNull();
    expect(labState.outcome(whole, key, { v, switches: { tls: true } })).toBeNull();
  });

  const settings = fc
    .record(Object.fromEntries(controls.map((one) => [one, fc.boolean()])))
    .map((given) => given as Settings);
  const offered = fc.subarray([...controls], { minLength: 1 });
  const watched = fc.subarray(all, { minLength: 1 });

  it("takes any setting that the lab's rules find right, for any goal that can be reached", () => {
    fc.assert(
      fc.property(settings, settings, offered, watched, (from, to, may, observed) => {
        const asked = { ...body, start: from, switches: may };
        const reached = { ...from, ...Object.fromEntries(may.map((one) => [one, to[one]])) };
        const wanted = learns(reached);
        const goal = { v, conditions: Object.fromEntries(observed.map((id) => [id, wanted[id]])) };
        const holds = (given: Settings) => observed.every((id) => learns(given)[id] === wanted[id]);
        if (holds(from)) {
          expect(keyProblems(labState, asked, goal)).toEqual([expect.stringContaining("holds already")]);
          return;
        }
        expect(keyProblems(labState, asked, goal)).toEqual([]);
        expect(labState.grade(asked, goal, { v, switches: reached })).toBe(1);
        expect(labState.grade(asked, goal, labState.solution(asked, goal))).toBe(1);
      }),
    );
  });

  it("refuses a goal that no setting reaches, and says who never learns that much", () => {
    expect(keyProblems(labState, body, { v, conditions: { O7_device_thief: "nothing" } })).toEqual([
      "no setting of the offered switches reaches the goal: Thief of Ben’s phone never learns nothing",
    ]);
    const torn = { v, conditions: { O3_inter_dc: "metadata", O5_provider: "content" } as const };
    expect(keyProblems(labState, body, torn)).toEqual(["no setting of the offered switches reaches the goal"]);
  });

  it("refuses a goal without conditions and a switch offered twice", () => {
    expect(labState.key.safeParse({ v, conditions: {} }).success).toBe(false);
    expect(labState.body.safeParse({ ...body, switches: ["e2e", "e2e"] }).success).toBe(false);
  });
});
