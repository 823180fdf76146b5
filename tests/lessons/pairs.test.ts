import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCourse } from "~/lessons/course.server";
import { inOrder, orderErrors, placedAs, placesIn } from "~/lessons/dated";
import { decidedAs, verdictOfLab, viewPair } from "~/lessons/pairs";
import { verdictIds } from "~/lessons/verdicts";
import { problemsWith, withWords } from "./small-course";

const { pairs, events, claims, background } = readCourse("content");

describe("pairs of services", () => {
  test("are five or six, differ in one switch at most, and the lab gives each key that it can give", () => {
    expect(pairs.value.length).toBeGreaterThanOrEqual(5);
    for (const { id, settings, questions } of pairs.value) {
      const differs = settings ? [...settings.a].filter((letter, index) => letter !== settings.b[index]).length : 1;
      expect([id, differs]).toEqual([id, 1]);
      for (const { observer, key } of questions)
        if (settings && observer) expect([id, verdictOfLab(settings, observer)]).toEqual([id, key]);
    }
  });

  test("name no product or company, and rest on rules of the lab or on B30, B31 and B33 alone", () => {
    const names = /microsoft|google|yahoo|apple|signal|whatsapp|telegram|skype|outlook|gmail|icloud|facebook/i;
    expect(pairs.value.filter((pair) => names.test(JSON.stringify(pair))).map(({ id }) => id)).toEqual([]);
    const cited = new Set(pairs.value.flatMap(({ questions }) => questions.flatMap(({ cites }) => cites)));
    expect([...cited].filter((id) => !/^(R[1-6]|B30|B31|B33)$/.test(id))).toEqual([]);
  });

  test("tell nothing of the key before every question is decided, and then of each why", () => {
    const verdict = fc.constantFrom(...verdictIds);
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs.value),
        fc.array(fc.option(verdict), { minLength: 4, maxLength: 4 }),
        (pair, said) => {
          const picked = said.slice(0, pair.questions.length);
          const view = viewPair(
            pair,
            picked.flatMap((one, index) => (one ? [decidedAs(index, one)] : [])),
          );
          const all = picked.every((one) => one !== null);
          const told = JSON.stringify(view);
          expect(pair.questions.filter(({ why }) => told.includes(JSON.stringify(why).slice(1, -1))).length).toBe(
            all ? pair.questions.length : 0,
          );
          expect(view.questions.map(({ decided }) => decided)).toEqual(picked);
          if (all)
            expect(view.questions.map(({ reply }) => reply?.right)).toEqual(
              pair.questions.map(({ key }, index) => key === picked[index]),
            );
        },
      ),
    );
  });

  test("are refused when the lab says otherwise, or nothing of that name settles them", () => {
    const lab =
      "settings: { a: T1I0D0E0W1, b: T1I0D1E0W1 }, questions: [{ observer: O4_disk_thief, ask: Who gets in?, key: b";
    expect(problemsWith(withWords("pairs.yaml", "questions: [{ ask: Who gets in?, key: a", lab)).join()).toContain(
      "the rules of the lab say otherwise: only in A",
    );
    expect(problemsWith(withWords("pairs.yaml", "cites: [R4]", "cites: [R9]")).join()).toContain(
      "there is no rule or background R9",
    );
  });
});

describe("the line of events", () => {
  test("rests on claims and background that exist, and is asked about five events of different dates", () => {
    const known = new Set([...claims.value, ...background.value].map(({ id }) => id));
    expect(events.value.filter(({ cites }) => !cites.every((id) => known.has(id)))).toEqual([]);
    const asked = events.value.filter(({ order }) => order);
    expect(asked).toHaveLength(5);
    expect(new Set(asked.map(({ date }) => date)).size).toBe(5);
    expect(asked.filter(({ title }) => /20\d\d/.test(title))).toEqual([]);
    const google = asked.find(({ cites }) => cites.includes("B16"));
    const muscular = asked.find(({ cites }) => cites.includes("B11"));
    expect(google && muscular && google.date < muscular.date).toBe(true);
  });

  test("is refused with a source or a section that nobody wrote, and with two events whose order nobody knows", () => {
    expect(problemsWith(withWords("events.yaml", "cites: [C1]", "cites: [C9]")).join()).toContain(
      "there is no source C9",
    );
    expect(problemsWith(withWords("events.yaml", "told: small/first", "told: small/third")).join()).toContain(
      "there is no section small/third",
    );
  });

  test("stands in order, and an order is one only when every event has a place of its own", () => {
    const ids = ["E1", "E2", "E3", "E4"];
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }), (given) => {
        const places = placesIn(
          ids,
          ids.flatMap((id, index) => (given[index] ? [placedAs(id, given[index])] : [])),
        );
        const inside = given.map((place) => (place >= 1 && place <= 4 ? place : undefined));
        expect(ids.map((id) => places[id])).toEqual(inside);
        const complete = new Set(inside.filter(Boolean)).size === 4;
        expect(Object.keys(orderErrors(ids, places)).length === 0).toBe(complete);
      }),
    );
    expect(inOrder([{ date: "2013-06-06" }, { date: "2012" }, { date: "2013-06" }]).map(({ date }) => date)).toEqual([
      "2012",
      "2013-06",
      "2013-06-06",
    ]);
  });
});
