import { describe, expect, test } from "vitest";
import { changedBy, type Goal, type Pattern, settingsLike, stands, switchesOf } from "~/lab/goal";
import {
  controls,
  everySetting,
  flipped,
  learns,
  learnsWords,
  observers,
  type Settings,
  settingsOf,
  switchWords,
  why,
} from "~/lab/model";
import { settingWords } from "~/lab/setting-words";
import { judgePattern, judgeSwitches, verdictWords } from "~/lab/verdict";

const start = settingsOf("T1I0D0E0W0") as Settings;
const demand = { kind: "every-setting", learns: { O6_demand: ["content"] } } satisfies Goal;
const subsets = Array.from({ length: 32 }, (_, bits) => controls.filter((_, at) => (bits >> at) & 1));
const patterns = Array.from(
  { length: 3 ** 5 },
  (_, number) =>
    Object.fromEntries(controls.map((control, at) => [control, stands[Math.floor(number / 3 ** at) % 3]])) as Pattern,
);

describe("the words of a verdict", () => {
  test("are yes or not yet, as the answer is right or not", () => {
    expect(verdictWords({ right: true })).toBe("Yes, by the rules of the lab");
    expect(verdictWords({ right: false })).toBe("Not yet");
  });

  test("say of a chosen switch what its observer then learns and why, and whether it is the one, at every start", () => {
    for (const { id, name } of observers)
      for (const from of everySetting)
        for (const to of ["content", "metadata", "nothing"] as const)
          for (const control of controls) {
            const goal: Goal = { kind: "which-switch", observer: id, to };
            const [line] = judgeSwitches(goal, from, [control]).says;
            const then = flipped(from, control);
            const one = switchesOf(goal, from).includes(control) ? "the one" : "not the one";
            expect(line).toEqual({
              text: `“${switchWords[control].name}” is ${one}: ${name} then ${learnsWords[learns(then)[id]]}. ${why(id, then)}`,
              see: then,
            });
          }
  });

  test("name with each chosen switch everybody whom it concerns, and how many that count are missing", () => {
    const goal: Goal = { kind: "changes-one" };
    const wanted = switchesOf(goal, start);
    for (const chosen of subsets) {
      const { says } = judgeSwitches(goal, start, chosen);
      const left = wanted.filter((control) => !chosen.includes(control)).length;
      for (const [index, control] of chosen.entries()) {
        const text = says[index]?.text ?? "";
        expect(text).toContain(
          `“${switchWords[control].name}” ${wanted.includes(control) ? "counts" : "does not count"}:`,
        );
        for (const { id, name, number } of observers)
          expect(text.includes(`${name} (${number})`)).toBe(changedBy(control).includes(id));
      }
      expect(says.slice(chosen.length).map(({ text }) => text)).toEqual(
        left === 0
          ? []
          : [
              left === 1
                ? "One switch that counts is not in your answer yet."
                : `${left} switches that count are not in your answer yet.`,
            ],
      );
    }
  });

  test("tell of a pattern a setting in words: one that fails with who learns what, or one that is left out of so many", () => {
    for (const pattern of patterns) {
      const { right, says } = judgePattern(demand, pattern);
      const [line] = says;
      const learned = line?.see ? learns(line.see).O6_demand : null;
      if (right) expect(line?.text).toBe("These are all: 8 of the 32 settings.");
      else if (learned === "content") {
        const left = 8 - settingsLike(pattern).length;
        expect(line?.text).toBe(
          `All of yours do it, and ${left} more ${left === 1 ? "does" : "do"} too, such as this: ${settingWords(line?.see as Settings)}.`,
        );
      } else
        expect(line?.text).toBe(
          `Your answer takes in this setting: ${settingWords(line?.see as Settings)}. There Government through a demand ${learnsWords[learned as "metadata"]}. ${why("O6_demand", line?.see as Settings)}`,
        );
    }
  });
});
