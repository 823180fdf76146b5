import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db, rows } from "~/db.server";
import { remove as removeAssignment } from "~/models/assignment.server";
import { evidenceOf } from "~/models/evidence.server";
import { addVersion } from "~/models/item.server";
import { levelOf } from "~/models/mastery";
import { type ClassObjective, classMastery, masteryOf } from "~/models/mastery.server";
import { putObjectives } from "~/models/objective.server";
import { remove } from "~/models/roster.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { putWorks, type Slot, type Work, works } from "./random-work";
import { give, makeClass, makeStudent } from "./teaching";

const objectives = ["T.O1", "T.O2", "T.O3"];
/** Two wordings each of three questions: which objectives they measure, and whether an answer to them shows an idea. */
const asks = [
  { item: 0, measures: ["T.O1"], tells: true },
  { item: 0, measures: ["T.O1", "T.O2"], tells: true },
  { item: 1, measures: ["T.O3"], tells: false },
  { item: 1, measures: ["T.O1"], tells: true },
  { item: 2, measures: ["T.O2"], tells: true },
  { item: 2, measures: [], tells: false },
];
/** The last of each has left the class, or was taken back. */
const [students, given] = [4, 3];

describe.each(engines)("reports on what a class has understood, on %s", (engine) => {
  withStore(engine, async () => {
    const all = objectives.map((id) => ({ id, lesson: "none", statement: id, bloom: "understand" }));
    await db().transaction((tx) => putObjectives(tx, all));
  });
  let klass: Awaited<ReturnType<typeof makeClass>>["klass"];
  let stored: Parameters<typeof putWorks>[1];
  let items: string[];

  beforeAll(async () => {
    const { rivera, klass: made } = await makeClass();
    klass = made;
    const drafts = [draft(), draft(), draft()];
    items = drafts.map(({ id }) => id);
    const quiz = await makeQuiz(drafts);
    await rows(sql`delete from item_versions where item_id in ${items}`);
    for (const { item, measures, tells } of asks)
      await db().transaction((tx) =>
        addVersion(tx, {
          ...(drafts[item] as (typeof drafts)[number]),
          ...{ objectives: measures, misconceptions: tells ? { "option.b": ["X1"] } : {}, stem: `Which? ${measures}` },
        }),
      );
    const wordings = await rows<{ id: string }>(
      sql`select id from item_versions where item_id in ${items} order by item_id, version`,
    );
    const assignments = [];
    for (let n = 0; n < given; n++) assignments.push(await give(rivera, klass, quiz));
    const people = [];
    for (let n = 0; n < students; n++) people.push((await makeStudent(klass, `Student ${n}`)).id);
    await remove(klass, people.at(-1) as string);
    await removeAssignment(assignments.at(-1) as (typeof assignments)[number]);
    stored = {
      people,
      wordings: wordings.map(({ id }) => id),
      places: assignments.map(({ id }) => ({ quiz, assignment: id, klass: klass.id })),
    };
  });

  it("say what a recomputation from every single answer says, whatever was answered, marked or set aside", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(works(students, given, asks.length), async (list) => {
        const ids = await putWorks(list, stored);
        const newest = newestOf(list);
        seen += newest.length;
        expect((await classMastery(klass)).map(told)).toEqual(byObjective(newest));
        expect(linesOf(await masteryOf(klass))).toEqual(byStudent(newest));
        const evidence = await evidenceOf(klass);
        const answers = evidence.given.flatMap((one) =>
          one.attempts.map((number, index) =>
            JSON.stringify([evidence.attempts[number]?.id, one.asked.id, one.response, one.full, one.sure[index]]),
          ),
        );
        expect(answers.sort()).toEqual(everyAnswer(list, ids));
      }),
      { numRuns: 100, seed: 8 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  const counts = ({ who, place, state }: Work) =>
    who < students - 1 && place < given - 1 && (state === "submitted" || state === "marked");

  function newestOf(list: Work[]): (Slot & { who: number })[] {
    const found = new Map<string, Slot & { who: number }>();
    // Of answers made at the same moment that of the later attempt counts, and of one attempt that of the later question.
    for (const work of list.filter(counts))
      for (const slot of work.slots.filter(({ weight, given }) => weight > 0 && given === "marked")) {
        const key = `${work.who} ${asks[slot.wording]?.item}`;
        if ((found.get(key)?.made ?? -1) <= slot.made) found.set(key, { ...slot, who: work.who });
      }
    return [...found.values()];
  }

  const measuring = (newest: ReturnType<typeof newestOf>, id: string) =>
    newest.filter(({ wording }) => asks[wording]?.measures.includes(id));
  const tallied = (some: Slot[]) => ({
    points: some.reduce((sum, { fraction, weight }) => sum + fraction * weight, 0),
    of: some.reduce((sum, { weight }) => sum + weight, 0),
    items: some.length,
  });

  /** What the quiz asks by now is listed without an answer too. */
  function byObjective(newest: ReturnType<typeof newestOf>): ReturnType<typeof told>[] {
    const asked = new Set([1, 3, 5].flatMap((wording) => asks[wording]?.measures ?? []));
    return objectives.flatMap((id) => {
      const mine = measuring(newest, id);
      if (mine.length === 0 && !asked.has(id)) return [];
      const people = Array.from({ length: students - 1 }, (_, who) => tallied(mine.filter((one) => one.who === who)));
      const missed = items.flatMap((item, at) => {
        const { points, of, items } = tallied(mine.filter(({ wording }) => asks[wording]?.item === at));
        return points < of ? [{ item, share: points / of, answers: items }] : [];
      });
      const sureness = [1, 2, 3].flatMap((confidence) => {
        const some = mine.filter(({ sure }) => sure === confidence);
        const right = some.filter(({ fraction }) => fraction === 1).length;
        return some.length > 0 ? [{ confidence, answers: some.length, right }] : [];
      });
      missed.sort((a, b) => a.share - b.share || (a.item < b.item ? -1 : 1));
      const standing = people.map((tally, who) => `${stored.people[who]} ${levelOf(tally)} ${JSON.stringify(tally)}`);
      return [{ id, students: standing.sort(), missed, sureness }];
    });
  }

  function told({ id, students, missed, sureness }: ClassObjective) {
    const standing = Object.entries(students).flatMap(([level, list]) =>
      list.map((one) => `${one.personId} ${level} ${JSON.stringify(one.tally ?? tallied([]))}`),
    );
    const worst = missed.map(({ item, share, answers }) => ({ item, share, answers }));
    return { id, students: standing.sort(), missed: worst, sureness };
  }

  function byStudent(newest: ReturnType<typeof newestOf>): string[] {
    const lines = stored.people.flatMap((person, who) =>
      objectives.flatMap((id) => {
        const mine = measuring(newest, id).filter((one) => one.who === who);
        return mine.length > 0 ? [`${person} ${id} ${JSON.stringify(tallied(mine))}`] : [];
      }),
    );
    return lines.sort();
  }

  const linesOf = (found: Awaited<ReturnType<typeof masteryOf>>) =>
    [...found]
      .flatMap(([person, list]) =>
        list.map(({ id, points, of, items }) => `${person} ${id} ${JSON.stringify({ points, of, items })}`),
      )
      .sort();

  function everyAnswer(list: Work[], ids: string[]): string[] {
    const lines = list.flatMap((work, index) =>
      (counts(work) ? work.slots : [])
        .filter(({ weight, given, wording }) => weight > 0 && /waits|marked/.test(given) && asks[wording]?.tells)
        .map(({ wording, chosen, given, fraction, sure }) => {
          const full = given === "marked" && fraction === 1;
          return JSON.stringify([ids[index], stored.wordings[wording], { v: 1, chosen: [chosen] }, full, sure ?? 0]);
        }),
    );
    return lines.sort();
  }
});
