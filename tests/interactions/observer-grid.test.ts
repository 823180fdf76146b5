import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyProblems } from "~/interactions/key-problems";
import { observerGrid } from "~/interactions/observer-grid";
import { controls, learnable, learns, type ObserverId, observers, type Settings } from "~/lab/model";
import vectors from "../lab-vectors.json";

const v = 1 as const;
const rows: ObserverId[] = ["O1_wifi", "O3_inter_dc", "O5_provider", "O6_demand"];
const setting = { tls: true, inter_dc: false, at_rest_provider_key: false, e2e: false, demand_served: false };
const body = { v, setting, rows };
const cells = { O1_wifi: "metadata", O3_inter_dc: "content", O5_provider: "content", O6_demand: "nothing" } as const;
const key = { v, cells, rule: "above-guessing" as const };

describe("a grid of observers", () => {
  it.each([
    ["above-guessing", {}, 1],
    // Two rows of four are content, so each right row above two earns a half.
    ["above-guessing", { O1_wifi: "content" }, 1 / 2],
    ["above-guessing", { O1_wifi: "content", O3_inter_dc: "nothing" }, 0],
    ["share", { O1_wifi: "content" }, 3 / 4],
    ["share", { O1_wifi: "content", O3_inter_dc: "nothing", O5_provider: "metadata", O6_demand: "content" }, 0],
  ] as const)("marks each row: by %s, with %j instead, it earns %d", (rule, wrong, fraction) => {
    expect(observerGrid.grade(body, { ...key, rule }, { v, cells: { ...cells, ...wrong } })).toBeCloseTo(fraction, 12);
  });

  it("says how the fraction came about", () => {
    const response = { v, cells: { ...cells, O1_wifi: "content" as const } };
    expect(observerGrid.worked(body, key, response, 2)).toBe(
      "3 of 4 right, always the same answer would get 2: 2 × (3 − 2)/(4 − 2)",
    );
    expect(observerGrid.worked(body, { ...key, rule: "share" }, response, 2)).toBe("3 of 4 rows right: 2 × 3/4");
  });

  it("gives each chosen cell its reason, and the right cell of each row that missed it", () => {
    const response = { v, cells: { O1_wifi: "metadata" as const, O3_inter_dc: "nothing" as const } };
    expect(observerGrid.review(body, key, response)).toEqual([
      { text: "Wi-Fi eavesdropper → metadata", standing: "right", picked: true, code: "cell.O1_wifi.metadata" },
      { text: "Tap between data centres → nothing", standing: "wrong", picked: true, code: "cell.O3_inter_dc.nothing" },
      {
        text: "Tap between data centres → content",
        standing: "missed",
        picked: false,
        code: "cell.O3_inter_dc.content",
      },
      { text: "Provider → content", standing: "missed", picked: false, code: "cell.O5_provider.content" },
      {
        text: "Government through a demand → nothing",
        standing: "missed",
        picked: false,
        code: "cell.O6_demand.nothing",
      },
    ]);
    expect(observerGrid.faults(body, key, response)).toEqual(["cell.O3_inter_dc.nothing"]);
    expect(observerGrid.codes(body)).toHaveLength(12);
  });

  it.each(
    vectors.map((vector) => [vector.id, vector] as const),
  )("takes what the lab says as its key, and nothing else, for %s", (_, vector) => {
    const all = observers.map(({ id }) => id);
    const settings = Object.fromEntries(controls.map((one) => [one, vector[one]])) as Settings;
    const right = vector.expect as Record<ObserverId, (typeof learnable)[number]>;
    const whole = { v, setting: settings, rows: all };
    expect(keyProblems(observerGrid, whole, { v, cells: right, rule: "above-guessing" })).toEqual([]);
    for (const row of all)
      for (const column of learnable.filter((one) => one !== right[row]))
        expect(keyProblems(observerGrid, whole, { ...key, cells: { ...right, [row]: column } })).toEqual([
          expect.stringContaining(`“${observers.find(({ id }) => id === row)?.name}” learns ${right[row]}`),
        ]);
  });

  it("pays one column for everybody nothing, whatever the switches and the rows", () => {
    const settings = fc.record(Object.fromEntries(controls.map((one) => [one, fc.boolean()])));
    const some = fc.subarray(
      observers.map(({ id }) => id),
      { minLength: 2 },
    );
    fc.assert(
      fc.property(settings, some, fc.constantFrom(...learnable), (given, chosen, column) => {
        const right = learns(given as Settings);
        const asked = { v, setting: given as Settings, rows: chosen };
        const same = { v, cells: Object.fromEntries(chosen.map((row) => [row, column])) };
        const alike = chosen.every((row) => right[row] === column);
        expect(observerGrid.grade(asked, { ...key, cells: right }, same)).toBe(alike ? 1 : 0);
      }),
    );
  });

  it("without a setting the author says what is right, but for every row", () => {
    const told = { v, rows };
    expect(keyProblems(observerGrid, told, { ...key, cells: { ...cells, O1_wifi: "nothing" } })).toEqual([]);
    const { O1_wifi: _, ...rest } = cells;
    expect(keyProblems(observerGrid, told, { ...key, cells: rest })).toEqual(["say what “Wi-Fi eavesdropper” learns"]);
  });

  it("refuses an observer twice", () => {
    expect(observerGrid.body.safeParse({ v, rows: ["O1_wifi", "O1_wifi"] }).success).toBe(false);
  });
});
