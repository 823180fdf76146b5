import { describe, expect, test } from "vitest";
import {
  type Control,
  contentCount,
  controls,
  everySetting,
  flipped,
  type Learns,
  learns,
  metadataAbout,
  type ObserverId,
  observers,
  readSettings,
  type Settings,
  settingCode,
  settingsOf,
  settingsQuery,
  why,
} from "~/lab/model";
import vectors from "../lab-vectors.json";

const every: Settings[] = vectors.map(({ tls, inter_dc, at_rest_provider_key, e2e, demand_served }) => ({
  tls,
  inter_dc,
  at_rest_provider_key,
  e2e,
  demand_served,
}));
const ids = observers.map((observer) => observer.id);
const amount: Record<Learns, number> = { nothing: 0, metadata: 1, content: 2 };
/** The observers whose result is different after the switch, under any of the 32 settings. */
function changedBy(control: Control): ObserverId[] {
  return ids.filter((id) => every.some((settings) => learns(settings)[id] !== learns(flipped(settings, control))[id]));
}

describe("the vectors of the brief", () => {
  test("cover all 32 settings once", () => {
    expect(new Set(every.map(settingsQuery)).size).toBe(32);
  });

  test.each(vectors)("$id: all seven observers learn what the table says", ({
    expect: expected,
    content_count,
    ...settings
  }) => {
    expect(learns(settings)).toEqual(expected);
    expect(contentCount(settings)).toBe(content_count);
  });
});

describe("what a switch changes", () => {
  test.each<[Control, ObserverId[]]>([
    ["tls", ["O1_wifi", "O2_backbone"]],
    ["inter_dc", ["O3_inter_dc"]],
    ["at_rest_provider_key", ["O4_disk_thief"]],
    ["demand_served", ["O6_demand"]],
    ["e2e", ["O1_wifi", "O2_backbone", "O3_inter_dc", "O4_disk_thief", "O5_provider", "O6_demand"]],
  ])("%s changes only %j", (control, changed) => {
    expect(changedBy(control)).toEqual(changed);
  });

  test("TLS changes nothing for observers 3 to 7, end-to-end nothing for 7, and the others one observer each", () => {
    for (const settings of every)
      for (const control of controls) {
        const now = learns(settings);
        const then = learns(flipped(settings, control));
        const changed = ids.filter((id) => now[id] !== then[id]);
        if (control === "tls") expect(changed.filter((id) => /O[3-7]/.test(id))).toEqual([]);
        if (control === "e2e") expect(changed).not.toContain("O7_device_thief");
        if (control === "inter_dc") expect(changed).toEqual(["O3_inter_dc"]);
        if (control === "at_rest_provider_key") expect(changed).toEqual(["O4_disk_thief"]);
        if (control === "demand_served") expect(changed).toEqual(["O6_demand"]);
      }
  });

  test("a demand never brings more than the provider has", () => {
    for (const settings of every)
      expect(amount[learns(settings).O6_demand]).toBeLessThanOrEqual(amount[learns(settings).O5_provider]);
  });

  test("turning a protection on never gives any observer more", () => {
    for (const settings of every)
      for (const control of controls.filter((name) => name !== "demand_served" && !settings[name]))
        for (const id of ids)
          expect(
            amount[learns(flipped(settings, control))[id]],
            `${settingsQuery(settings)} ${control} ${id}`,
          ).toBeLessThanOrEqual(amount[learns(settings)[id]]);
  });
});

describe("the reason given to learners", () => {
  test("is there for every observer under every setting", () => {
    for (const settings of every) for (const id of ids) expect(why(id, settings)).toMatch(/^[A-Z].{20,130}\.$/);
  });

  test.each(ids)("differs wherever the result differs: %s", (id) => {
    const results = new Map<string, Learns>();
    for (const settings of every) {
      const reason = why(id, settings);
      expect(results.get(reason) ?? learns(settings)[id]).toBe(learns(settings)[id]);
      results.set(reason, learns(settings)[id]);
    }
  });

  test("says of a switch only what is so", () => {
    for (const settings of every)
      for (const id of ids) {
        const reason = why(id, settings);
        if (reason.includes("TLS is off")) expect(settings.tls).toBe(false);
        if (/TLS (and end-to-end both )?locks? the text/.test(reason)) expect(settings.tls).toBe(true);
        if (/end-to-end (keeps|both)/i.test(reason)) expect(settings.e2e).toBe(true);
        if (reason.includes("nothing else locks")) expect(settings.e2e).toBe(false);
        if (reason.includes("link is locked")) expect(settings.inter_dc).toBe(true);
        if (reason.includes("disk is locked")) expect(settings.at_rest_provider_key).toBe(true);
        if (reason.includes("The provider answers")) expect(settings.demand_served).toBe(true);
      }
  });
});

test("metadata on the way is about the connection while TLS is on, and about the message otherwise", () => {
  for (const settings of every)
    for (const id of ids)
      expect(metadataAbout(id, settings)).toBe(settings.tls && /^O[12]/.test(id) ? "connection" : "message");
});

test("a setting has one code, which is its vector’s id, and comes back from it", () => {
  expect(every.map(settingCode)).toEqual(vectors.map(({ id }) => id));
  for (const settings of every) expect(settingsOf(settingCode(settings))).toEqual(settings);
  expect(everySetting).toEqual(every);
  for (const code of ["", "T1", "T1I0D0E0W2", "T1I0D0E0W1 ", "t1i0d0e0w1"]) expect(settingsOf(code)).toBeNull();
});

describe("settings in an address", () => {
  test("come back as they were written, for all 32", () => {
    for (const settings of every) expect(readSettings(new URLSearchParams(settingsQuery(settings)))).toEqual(settings);
  });

  test("use the names of the contract, each with 1 or 0", () => {
    expect(
      settingsQuery({ tls: true, inter_dc: false, at_rest_provider_key: true, e2e: false, demand_served: true }),
    ).toBe("tls=1&inter_dc=0&at_rest_provider_key=1&e2e=0&demand_served=1");
  });

  test("are all off when nothing is said", () => {
    expect(Object.values(readSettings(new URLSearchParams()))).toEqual([false, false, false, false, false]);
  });

  test.each([
    "tls=2",
    "tls=true",
    "tls=on",
    "tls=",
    "tls=-1",
    "tls=%00",
    "tls=1%20",
    "TLS=1",
    "tls[]=1",
    "tls=%F0%9F%94%92",
  ])("count as off when they are not 1: %s", (query) => {
    expect(readSettings(new URLSearchParams(query)).tls).toBe(false);
  });
});
