import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { SeenAssignment } from "~/access/rights";
import { db, rows } from "~/db.server";
import { answerTables } from "~/models/answer-table.server";
import { handedIn } from "~/models/handed-in.server";
import { addVersion } from "~/models/item.server";
import { markMatrix } from "~/models/mark-matrix.server";
import { matrixOf } from "~/statistics/matrix";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { askedOnce, earned, putWorks, type Slot, type Work, works } from "./random-work";
import { give, makeClass, makeStudent } from "./teaching";

/** Two wordings each of three questions. */
const itemOf = ({ wording }: Slot) => Math.floor(wording / 2);
const students = 4;

describe.each(engines)("the marks of everybody, on %s", (engine) => {
  withStore(engine);
  let assignment: SeenAssignment;
  let stored: Parameters<typeof putWorks>[1];
  let items: string[];

  beforeAll(async () => {
    const { rivera, klass } = await makeClass();
    const drafts = [draft(), draft(), draft()].sort((a, b) => (a.id < b.id ? -1 : 1));
    items = drafts.map(({ id }) => id);
    const quiz = await makeQuiz(drafts);
    for (const one of drafts) await db().transaction((tx) => addVersion(tx, { ...one, stem: "Said otherwise?" }));
    const wordings = await rows<{ id: string }>(
      sql`select id from item_versions where item_id in ${items} order by item_id collate "C", version`,
    );
    assignment = await give(rivera, klass, quiz);
    const people = [];
    for (let n = 0; n < students; n++) people.push((await makeStudent(klass, `Student ${n}`)).id);
    const places = [{ quiz, assignment: assignment.id, klass: klass.id }];
    stored = { people, places, wordings: wordings.map(({ id }) => id) };
  });

  it("are what a recomputation from every single answer says, read in parts or at once", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        works(students, 1, 6).map((list) => askedOnce(list, itemOf)),
        async (list) => {
          const ids = await putWorks(list, stored);
          const attempts = await handedIn(assignment, { which: "all", group: null });
          const found = await markMatrix(attempts);
          for (const part of [1, 3]) expect(await markMatrix(attempts, part)).toEqual(found);
          const inRows = attempts.map(({ id }) => list[ids.indexOf(id)] as Work);
          expect(inRows.map(lineOf).sort()).toEqual(list.filter(counts).map(lineOf).sort());
          // Ids rise with the list: the last that was asked a question says where it stands and what it is worth.
          const newest = new Map(
            list.filter(counts).flatMap(({ slots }) => slots.map((one, at) => [itemOf(one), { one, at }])),
          );
          const asked = [...newest].sort(([a, one], [b, other]) => one.at - other.at || a - b).map(([item]) => item);
          const weights = asked.map((item) => newest.get(item)?.one.weight ?? 0);
          seen += asked.length;
          expect(found.questions.map(({ item, slot, weight }) => [item, slot, weight])).toEqual(
            asked.map((item, column) => [items[item], (newest.get(item)?.at ?? 0) + 1, weights[column]]),
          );
          expect(found.byItem).toEqual(
            matrixOf(
              weights,
              inRows.map(({ slots }) =>
                asked.map((item, column) =>
                  markOf(
                    slots.find((one) => itemOf(one) === item),
                    weights[column],
                  ),
                ),
              ),
            ),
          );
          const places = [1, 2, 3].filter((slot) => inRows.some(({ slots }) => slots[slot - 1]));
          const worth = places.map(
            (slot) => list.filter(counts).findLast(({ slots }) => slots[slot - 1])?.slots[slot - 1]?.weight ?? 0,
          );
          expect(found.slots).toEqual(places);
          expect(found.bySlot).toEqual(
            matrixOf(
              worth,
              inRows.map(({ slots }) => places.map((slot, column) => markOf(slots[slot - 1], worth[column]))),
            ),
          );
          const tables = await answerTables(assignment, attempts, found, items);
          for (const item of asked)
            expect(tables.get(items[item] as string)?.picks).toEqual(
              inRows.map(({ slots }) => pickOf(slots.find((one) => itemOf(one) === item))),
            );
        },
      ),
      { numRuns: 60, seed: 9 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});

const counts = ({ state }: Work) => state === "submitted" || state === "marked";
const lineOf = (work: Work) => JSON.stringify(work);

const markOf = (slot: Slot | undefined, weight = 0) => (slot ? (earned(slot, weight) ?? "waiting") : null);

function pickOf(slot: Slot | undefined) {
  if (!slot) return null;
  return slot.given === "waits" || slot.given === "marked" ? [`option.${slot.chosen}`] : [];
}
