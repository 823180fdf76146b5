import { describe, expect, test } from "vitest";
import { Investigation } from "~/lessons/entries.server";

const written = (goal: unknown, start = "T1I0D0E0W0") =>
  Investigation.safeParse({ id: "I1", title: "One", question: "Which?", start, goal }).success;

describe("an investigation of the lab", () => {
  test("is taken only when the rules know an answer", () => {
    expect(written({ kind: "which-switch", observer: "O4_disk_thief", to: "nothing" })).toBe(true);
    expect(written({ kind: "which-switch", observer: "O7_device_thief", to: "nothing" })).toBe(false);
    expect(written({ kind: "every-setting", learns: { O6_demand: ["content"] } })).toBe(true);
    expect(written({ kind: "every-setting", learns: { O7_device_thief: ["nothing"] } })).toBe(false);
    expect(written({ kind: "changes-one" }, "T1")).toBe(false);
  });

  test("is refused when its settings are no one pattern of switches", () => {
    expect(written({ kind: "every-setting", learns: { O1_wifi: ["metadata"] } })).toBe(false);
  });
});
