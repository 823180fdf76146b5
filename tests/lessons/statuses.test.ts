import fs from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { howChecked, unseenWords } from "~/lessons/checked";
import { Background, Claim, Event } from "~/lessons/entries.server";
import { allWords, placesOf, signOf } from "~/lessons/statuses";

const entries = <T>(name: string, shape: { parse: (one: unknown) => T }): T[] =>
  (parse(fs.readFileSync(`content/${name}.yaml`, "utf8")) as unknown[]).map((one) => shape.parse(one));
const background = entries("background", Background);

test("a state body that describes its own work is called a party, as a company is", () => {
  expect(allWords("official", ["asserted"])).toBe("Officially described, by a party about itself");
  expect(allWords("asserted", ["denied"])).toBe("Denied, by a party about itself");
  expect(allWords("asserted", ["opinion"])).toBe("Asserted, an opinion");
  expect(allWords("reported", ["denied"])).toBe("Reported from leaked documents, also denied");
});

test("every denial wears one sign, also where a party asserts it about itself", () => {
  expect(signOf("asserted", ["denied"])).toBe("denied");
  expect(signOf("asserted", ["opinion"])).toBe("asserted");
  expect(signOf("reported", ["denied"])).toBe("reported");
  expect(placesOf("asserted", ["denied"])).toEqual(["denied", "asserted"]);
  expect(placesOf("reported", ["denied"])).toEqual(["reported", "denied"]);
});

describe("how far background was checked", () => {
  test("is one sentence, which says what is only partly so", () => {
    expect(howChecked({ check: ["checked"] })).toBe("Checked.");
    expect(
      howChecked({ check: ["checked", "general knowledge, not checked"], check_note: "The date was not checked." }),
    ).toBe("Partly checked, partly general knowledge and not checked. The date was not checked.");
  });

  test("stands beside its mark where nobody here saw the original", () => {
    expect(unseenWords({ check: ["general knowledge, not checked"] })).toBe(", general knowledge, not checked by us");
    expect(unseenWords({ check: ["checked through secondary reports"] })).toContain("secondary reports");
    expect(unseenWords({ check: ["checked"] })).toBe("");
  });

  test("stands beside its mark also where only a part was seen", () => {
    expect(unseenWords({ check: ["checked", "general knowledge, not checked"] })).toBe(", partly not checked by us");
    const some = unseenWords({ check: ["checked through secondary reports", "checked"] });
    expect(some).toBe(", partly through secondary reports");
  });
});

describe("in the content", () => {
  test("background that a party says, and what is checked in parts, say who and which", () => {
    const parties = background.filter(({ mark, also }) => [mark, ...also].some((one) => /asserted|denied/.test(one)));
    expect(parties.length).toBeGreaterThan(10);
    expect(parties.filter(({ speaker }) => !speaker).map(({ id }) => id)).toEqual([]);
    expect(background.filter(({ check, check_note }) => check.length > 1 && !check_note)).toEqual([]);
  });

  test("what a party denied in the ledger is denied on the timeline", () => {
    const claims = entries("claims", Claim).filter(({ status, also }) => [status, ...also].includes("denied"));
    const denied = new Set(claims.map(({ id }) => id));
    const events = entries("events", Event).filter(({ cites }) => cites.some((id) => denied.has(id)));
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter(({ status, also }) => ![status, ...also].includes("denied"))).toEqual([]);
  });
});
