import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOf } from "~/autosave/queue";
import { threshold, timeLeft } from "~/autosave/time-left";
import { beforeHandingIn } from "~/text";

const minute = 60_000;

describe("the time that is left", () => {
  it.each([
    [18.9 * minute, "18 min left"],
    [minute, "1 min left"],
    [minute - 1, "less than a minute left"],
    [1, "less than a minute left"],
    [0, "The time is over"],
    [-5 * minute, "The time is over"],
  ])("is told in minutes: %d ms", (ms, words) => {
    expect(timeLeft(ms)).toBe(words);
  });

  it("never tells seconds", () => {
    fc.assert(fc.property(fc.integer({ min: -minute, max: 1e9 }), (ms) => !/sec|:/.test(timeLeft(ms))));
  });

  it("is announced once each at 10, 5 and 1 minutes on any way down, and at nothing else", () => {
    const steps = fc.array(fc.integer({ min: 1, max: 9 * minute }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(steps, (steps) => {
        const said: string[] = [];
        let left = 30 * minute;
        for (const step of steps) {
          const words = threshold(left, left - step);
          left -= step;
          if (words) said.push(words);
          // A step over several of them says the last one.
          const below = [1, 5, 10].find((minutes) => left <= minutes * minute);
          const last = below && `${below} ${below === 1 ? "minute" : "minutes"} left`;
          if (left > 0) expect(said.at(-1)).toBe(last);
        }
        const all = ["10 minutes left", "5 minutes left", "1 minute left"];
        expect(said).toEqual(all.filter((words) => said.includes(words)));
      }),
    );
  });

  it("is not announced to somebody who begins with less", () => {
    expect(threshold(null, 8 * minute)).toBe(null);
  });
});

describe("the age of an answer", () => {
  const day = 86_400_000;
  const now = { wall: 1_000 * day, page: 5_000 };

  it("follows the page's own clock within a page, however wrong the device's is", () => {
    for (const wall of [now.wall - day, now.wall, now.wall + day])
      expect(ageOf({ wall, made: 2_000 }, now)).toBe(3_000);
  });

  it("is a difference of the device's clock across pages, so that a constant error changes nothing", () => {
    for (const error of [-day, 0, day])
      expect(ageOf({ wall: now.wall + error - 7_000 }, { ...now, wall: now.wall + error })).toBe(7_000);
  });

  it("is never negative, nor more than the server takes", () => {
    expect(ageOf({ wall: now.wall + day }, now)).toBe(0);
    expect(ageOf({ wall: 0 }, { ...now, wall: 1e13 })).toBe(1e10);
  });
});

describe("the words before handing in", () => {
  it.each([
    [[], [], "Every question has an answer."],
    [[3], [], "1 question has no answer yet: 3. No answer earns no points."],
    [[3, 4], [1], "2 questions have no answer yet: 3, 4. No answer earns no points. You wanted to come back to 1."],
  ])("name what is open %j and what one wanted to come back to %j", (open, flagged, words) => {
    expect(beforeHandingIn(open, flagged)).toBe(words);
  });
});
