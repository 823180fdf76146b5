import { describe, expect, test } from "vitest";
import { z } from "zod";
import { changedBy, type Goal, patternOf, reaches, settingsLike, stands, switchesOf } from "~/lab/goal";
import { type Control, controls, everySetting, learns, type Settings, settingsOf } from "~/lab/model";
import { judgePattern, judgeSwitches } from "~/lab/verdict";
import { Investigation } from "~/lessons/entries.server";
import { readYaml } from "~/lessons/read-yaml.server";

const start = (code: string) => settingsOf(code) as Settings;
const thief: Goal = { kind: "which-switch", observer: "O4_disk_thief", to: "nothing" };
const demand = { kind: "every-setting", learns: { O6_demand: ["content"] } } satisfies Goal;
const either = Object.fromEntries(controls.map((control) => [control, "either"])) as Record<Control, "either">;
const subsets = Array.from({ length: 32 }, (_, bits) => controls.filter((_, at) => (bits >> at) & 1));

describe("what an investigation looks for", () => {
  test("is settled by the rules: which switch, which settings", () => {
    expect(switchesOf(thief, start("T1I0D0E0W0"))).toEqual(["at_rest_provider_key"]);
    expect(switchesOf({ kind: "changes-one" }, start("T1I0D0E0W0"))).toEqual([
      "inter_dc",
      "at_rest_provider_key",
      "demand_served",
    ]);
    expect(patternOf(demand)).toEqual({ ...either, e2e: "off", demand_served: "on" });
    expect(changedBy("e2e")).toHaveLength(6);
  });

  test("takes of all sets of switches only the right one, and says something to each", () => {
    for (const goal of [thief, { kind: "changes-one" } as const])
      for (const chosen of subsets.filter((some) => some.length > 0)) {
        const verdict = judgeSwitches(goal, start("T1I0D0E0W0"), chosen);
        expect(verdict.right).toBe(chosen.join() === switchesOf(goal, start("T1I0D0E0W0")).join());
        expect(verdict.says.length).toBeGreaterThan(0);
      }
  });

  test("takes of all patterns only the one that means every setting, and shows a setting that speaks against the rest", () => {
    const patterns = Array.from({ length: 3 ** 5 }, (_, number) =>
      Object.fromEntries(controls.map((control, at) => [control, stands[Math.floor(number / 3 ** at) % 3]])),
    ) as (typeof either)[];
    for (const pattern of patterns) {
      const verdict = judgePattern(demand, pattern);
      const meant = settingsLike(pattern);
      const whole = everySetting.every((settings) => reaches(demand, settings) === meant.includes(settings));
      expect(verdict.right).toBe(whole);
      const against = verdict.says[0]?.see;
      expect(against === undefined).toBe(whole);
      if (against) expect(reaches(demand, against)).toBe(!meant.includes(against));
    }
  });

  test("has an answer in each of the course's own questions, and does not hold from the start", () => {
    const all = readYaml("content/investigations.yaml", z.array(Investigation)).value;
    expect(all.length).toBeGreaterThanOrEqual(3);
    for (const { goal, start: code } of all) {
      if (goal.kind === "every-setting") expect(patternOf(goal)).not.toBeNull();
      else expect(switchesOf(goal, start(code)).length).toBeGreaterThan(0);
      if (goal.kind === "which-switch") expect(learns(start(code))[goal.observer]).not.toBe(goal.to);
    }
  });
});
