import { describe, expect, it } from "vitest";
import { db } from "~/db.server";
import { addVersion } from "~/models/item.server";
import { type Results, results } from "~/models/results.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { give, handIn, makeClass, makeStudent, work } from "./teaching";

/** What is said of the class, whichever page of it is looked at. */
const ofClass = ({ rows: _, page: __, before: ___, pages: ____, ...figures }: Results) => figures;

describe.each(engines)("results by pages on %s", (engine) => {
  withStore(engine);

  it("lose and double nobody, keep the order, and say of the class what one page says", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz([draft(), draft(), draft()], 2));
    const right = ["a", "a", "a"];
    const given = { Ana: right, Ben: ["b", "a", "b"], Cem: right, Dua: ["a", "a", "b"], Eva: ["b", "b", null] };
    for (const [name, answers] of Object.entries(given))
      await handIn(await makeStudent(klass, name), assignment, answers);
    await work(await makeStudent(klass, "Finn"), assignment, ["a"]);
    await makeStudent(klass, "Gil");
    const whole = await results(assignment);
    expect(whole).toMatchObject({ page: 1, pages: 1, before: 0, students: 7, handedIn: 5, away: 1 });
    expect(whole.rows.map(({ name }) => name)).toEqual(["Ana", "Cem", "Dua", "Ben", "Eva", "Finn", "Gil"]);
    expect(whole.shares.map((share) => Math.round(share * 6))).toEqual([6, 6, 4, 2, 0]);
    expect(whole.columns.map(({ share }) => share)).toEqual([3 / 5, 4 / 5, 2 / 5]);
    for (const perPage of [1, 2, 3, 6, 7]) {
      const all = Math.ceil(7 / perPage);
      const pages = await Promise.all(Array.from({ length: all }, (_, at) => results(assignment, at + 1, perPage)));
      expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows);
      for (const [at, page] of pages.entries()) {
        expect(page).toMatchObject({ page: at + 1, pages: all, before: at * perPage });
        expect(ofClass(page)).toEqual(ofClass(whole));
      }
      expect(await results(assignment, all + 5, perPage)).toEqual(pages.at(-1));
    }
  });

  it("name a question by its newest wording also where only who had the old one is on the page", async () => {
    const { rivera, klass } = await makeClass();
    const first = draft();
    const assignment = await give(rivera, klass, await makeQuiz([first]));
    await handIn(await makeStudent(klass, "Ana"), assignment, ["a"]);
    const old = (await results(assignment)).columns[0]?.version;
    await db().transaction((tx) => addVersion(tx, { ...first, stem: "Which letter is the first?" }));
    await handIn(await makeStudent(klass, "Ben"), assignment, ["b"]);
    const [ana, ben] = [await results(assignment, 1, 1), await results(assignment, 2, 1)];
    expect(ana.columns).toEqual(ben.columns);
    expect(ana.columns).toMatchObject([{ share: 0.5 }]);
    expect(ana.columns[0]?.version).not.toBe(old);
    expect([ana, ben].map(({ rows }) => rows.map(({ name, answers }) => [name, answers]))).toEqual([
      [["Ana", ["right"]]],
      [["Ben", ["wrong"]]],
    ]);
  });
});
