import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignments, classes, items, itemVersions, quizSlots, quizzes } from "#drizzle/schema";
import { seenItem } from "~/access/items.server";
import { seenQuiz } from "~/access/quizzes.server";
import { teacher } from "~/access/visitor.server";
import { db, rows, type Store } from "~/db.server";
import { assign } from "~/models/assignment.server";
import { copyAssignment } from "~/models/assignment-copy.server";
import { added, addMinutes } from "~/models/attempt-time.server";
import { create as createClass } from "~/models/classroom.server";
import { addVersion } from "~/models/item.server";
import { copy, create as createItem } from "~/models/item-edit.server";
import { copyQuiz, createQuiz } from "~/models/quiz-shelf.server";
import { draft, makeQuiz } from "../factories";
import { engines, openTestStore } from "../stores";
import { asks, give, hours, makeClass, makeStudent, opened, work } from "./teaching";

const open = { opensAt: null, dueAt: null, closesAt: null, attemptsAllowed: 1 };
const { id: _, ...wording } = draft();

describe.each(engines)("what is sent twice on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.close());

  it("makes one assignment, class, quiz, question and copy of each, also at the same moment", async () => {
    const { rivera, klass } = await makeClass();
    const me = await teacher(await asks(rivera, {}));
    const quiz = await makeQuiz([draft()]);
    const seen = await seenQuiz(await asks(rivera, { quiz }));
    const item = await seenItem(
      await asks(rivera, { item: await createItem(me, { wording, tags: [], shared: false }) }),
    );
    const given = await give(rivera, klass, quiz);
    const ways: [(id: string) => Promise<unknown>, (id: string) => Promise<number>][] = [
      [(id) => assign(klass, quiz, open, id), (id) => db().$count(assignments, eq(assignments.id, id))],
      [
        (id) => copyAssignment(given, [{ id, taught: klass, dates: { opensAt: null, dueAt: null, closesAt: null } }]),
        (id) => db().$count(assignments, eq(assignments.id, id)),
      ],
      [(id) => createClass(me, { name: "7A", zone: "UTC" }, id), (id) => db().$count(classes, eq(classes.id, id))],
      [(id) => createQuiz(me, "Mine", id), (id) => db().$count(quizzes, eq(quizzes.slug, id))],
      [(id) => copyQuiz(seen, "copied", id), (id) => db().$count(quizSlots, eq(quizSlots.quiz, id))],
      [
        (id) => createItem(me, { wording, tags: [], shared: false }, id),
        (id) => db().$count(itemVersions, eq(itemVersions.itemId, id)),
      ],
      [(id) => copy(item, id), (id) => db().$count(itemVersions, eq(itemVersions.itemId, id))],
    ];
    for (const [make, made] of ways) {
      const id = uuidv7();
      const copiesBefore = await db().$count(items);
      const [one, other] = await Promise.all([make(id), make(id)]);
      expect(await make(id)).toEqual(one);
      expect(other).toEqual(one);
      expect(await made(id)).toBe(1);
      expect((await db().$count(items)) - copiesBefore).toBeLessThanOrEqual(1);
    }
  });

  it("adds minutes once", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz(), { closesAt: hours(1) });
    const attempt = await opened(rivera, await work(await makeStudent(klass, "Ana"), assignment, []));
    const id = uuidv7();
    const send = () => addMinutes(attempt, { minutes: 5, why: "Fire drill" }, id);
    expect([await send(), await send()]).toEqual([true, true]);
    expect(await added(attempt)).toHaveLength(1);
    const ends = (await opened(rivera, attempt.id)).deadline?.getTime() ?? 0;
    expect(ends - (attempt.deadline?.getTime() ?? 0)).toBe(5 * 60_000);
  });

  it("is no new wording where a store of an older version says the same in another fingerprint, order or shape", async () => {
    const item = draft({ hints: ["Say it aloud."], sources: ["B1"] });
    const put = (one: typeof item) => db().transaction((tx) => addVersion(tx, one));
    await put(item);
    await rows(sql`update item_versions set hash = 'as it was' where item_id = ${item.id}`);
    const { texts, ...rest } = item;
    const turned = { texts: Object.fromEntries(Object.entries(texts).reverse()), ...rest };
    expect(await put(turned)).toEqual({ version: 1, added: false });
    expect(await put({ ...item, hints: ["Whisper it."] })).toEqual({ version: 2, added: true });
  });
});
