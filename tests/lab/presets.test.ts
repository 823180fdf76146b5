import { describe, expect, test } from "vitest";
import { leftOut } from "~/lab/left-out";
import { contentCount, learns, type ObserverId, type Settings, settingsQuery } from "~/lab/model";
import { presetOf, presets } from "~/lab/presets";

const preset = (id: string) => presets.find((one) => one.id === id)!;
const vector = (settings: Settings) =>
  settingsQuery(settings)
    .replace(/[^01&]/g, "")
    .replaceAll("&", "");
const of = (id: string, variant = 0) => learns(preset(id).variants[variant]!);

describe("the five presets of the brief", () => {
  test("have its settings: P2 and P3 without and with a demand", () => {
    expect(presets.map(({ id, variants }) => [id, ...variants.map(vector)])).toEqual([
      ["P1", "00000"],
      ["P2", "10000", "10001"],
      ["P3", "11100", "11101"],
      ["P4", "11111"],
      ["P5", "00011"],
    ]);
  });

  test("are found again from their settings, and other settings are no preset", () => {
    for (const one of presets) for (const variant of one.variants) expect(presetOf(variant)?.id).toBe(one.id);
    expect(presetOf({ ...preset("P1").variants[0]!, e2e: true })).toBeUndefined();
  });

  test("P1 leaves the text open to everybody but the demand", () => {
    expect(contentCount(preset("P1").variants[0]!)).toBe(6);
    expect(of("P1").O6_demand).toBe("nothing");
  });

  test("in P2 and P3 a demand changes only what observer 6 learns", () => {
    for (const id of ["P2", "P3"]) {
      expect({ ...of(id, 1), O6_demand: "nothing" }).toEqual(of(id, 0));
      expect(of(id, 1).O6_demand).toBe("content");
    }
  });

  test("P3 leaves observers 3 and 4 nothing and the rest as in P2", () => {
    for (const variant of [0, 1])
      expect(of("P3", variant)).toEqual({ ...of("P2", variant), O3_inter_dc: "nothing", O4_disk_thief: "nothing" });
  });

  test("P4 takes the text from the provider and the demand, not from the thief of the phone", () => {
    expect(of("P4")).toMatchObject({ O5_provider: "metadata", O6_demand: "metadata", O7_device_thief: "content" });
  });

  test("P5 leaves the envelope, and only that, open to everybody on the path", () => {
    const onThePath: ObserverId[] = [
      "O1_wifi",
      "O2_backbone",
      "O3_inter_dc",
      "O4_disk_thief",
      "O5_provider",
      "O6_demand",
    ];
    for (const id of onThePath) expect(of("P5")[id]).toBe("metadata");
  });

  test("say which statements P2 and P3 rest on, and how firmly", () => {
    expect(preset("P2").sources).toEqual(["C18", "C19", "C37", "C44"]);
    expect(preset("P3").sources).toEqual(["B15"]);
    for (const { reading, sources } of presets) expect(Boolean(reading)).toBe(sources.length > 0);
  });
});

test("all fourteen simplifications are stated, with the references that the brief gives", () => {
  expect(leftOut).toHaveLength(14);
  expect(leftOut.flatMap(({ sources }) => sources)).toEqual(["B34", "B32"]);
});
