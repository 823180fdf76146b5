import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attempts, people, reviewAnswers, reviewCards } from "#drizzle/schema";
import { db, rows } from "~/db.server";
import { columnsOf } from "~/models/assignment-draft.server";
import { moveGuestWork } from "~/models/guest.server";
import { findReviewed } from "~/models/review-answer.server";
import { presets } from "~/models/review-matrix";
import { findCard, standing } from "~/models/review-queue.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { dayOf, due, first, grantOf, handedIn, march, practise, reply, setClock, somebody } from "./coming-back";
import { essay, give, handIn, hours, makeClass, makeStudent, work } from "./teaching";

describe.each(engines)("questions that come back on %s", (engine) => {
  withStore(engine);

  it("come the day after the mistake, then about 4 and 14 days after right answers, and soon after a wrong one", async () => {
    const me = await somebody();
    await practise(me, await makeQuiz([draft(), draft()]), ["b", "a"], march(2));
    setClock(march(2));
    expect(await standing(me)).toEqual({ due: 0, next: "2026-03-03" });
    const dates: string[] = [];
    for (const [day, letter] of [
      [3, "a"],
      [7, "a"],
      [21, "b"],
      [22, "a"],
    ] as const) {
      setClock(march(day - 1, "23:59"));
      if (day > 3) expect((await standing(me)).due).toBe(0);
      setClock(march(day, "00:00"));
      expect((await standing(me)).due).toBe(1);
      expect((await reply(me, await first(me), letter)).is).toBe("kept");
      dates.push(...(await dayOf(me)));
    }
    expect(dates.slice(0, 3)).toEqual(["2026-03-07", "2026-03-21", "2026-03-22"]);
    expect(dates[3]! > "2026-03-23").toBe(true);
  });

  it("are those that were missed in what was handed in, the unanswered ones last, and no written ones", async () => {
    const me = await somebody();
    const items = [draft(), draft(), draft(), essay()];
    const quiz = await makeQuiz(items);
    await practise(me, quiz, [null, "b", "a", null], march(2));
    setClock(march(9));
    const [open, wrong] = items.map(({ id }) => id);
    expect(await due(me)).toEqual([wrong, open]);
    expect(await due(await somebody())).toEqual([]);
    // What is set aside or not handed in yet says nothing.
    const other = await somebody();
    const id = await practise(other, quiz, ["b", "b", "b", null], march(2));
    await db().update(attempts).set({ state: "void" }).where(eq(attempts.id, id));
    expect(await due(other)).toEqual([]);
  });

  it("start anew when they are missed again in an attempt, and each mistake is taken in once", async () => {
    const me = await somebody();
    const quiz = await makeQuiz([draft()]);
    await practise(me, quiz, ["b"], march(2));
    setClock(march(3));
    await reply(me, await first(me), "a");
    await standing(me);
    expect(await dayOf(me)).toEqual(["2026-03-07"]);
    await practise(me, quiz, ["a"], march(4));
    await standing(me);
    expect(await dayOf(me)).toEqual(["2026-03-07"]);
    await practise(me, quiz, ["c"], march(5));
    await standing(me);
    expect(await dayOf(me)).toEqual(["2026-03-06"]);
  });

  it("count days as the student's class does", async () => {
    const { klass } = await makeClass("Period 3", "America/Los_Angeles");
    const ana = await grantOf(await makeStudent(klass, "Ana"));
    // Five in the afternoon of the second in California is the third in UTC.
    await practise(ana, await makeQuiz([draft()]), ["b"], march(3, "01:00"));
    setClock(march(3, "07:59"));
    expect(await standing(ana)).toEqual({ due: 0, next: "2026-03-03" });
    setClock(march(3, "08:00"));
    expect((await standing(ana)).due).toBe(1);
  });

  it("wait until the results of a test are out, and until every test that asks or may draw them is over", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const me = await grantOf(ana);
    const items = [draft({ difficulty: "hard" }), draft()];
    const quiz = await makeQuiz(items);
    const [asksHard, asksEasy] = items.map(({ id }) => id);
    setClock(march(28));

    const test = await give(rivera, klass, quiz, { closesAt: hours(1), ...columnsOf(presets.test) });
    await handedIn(await handIn(ana, test, ["b", "b"]), march(2));
    expect(await standing(me)).toEqual({ due: 0, next: null });
    const close = (id: string) => rows(sql`update assignments set closes_at = now() where id = ${id}::uuid`);
    await close(test.id);
    expect(await due(me)).toEqual([asksHard, asksEasy]);
    const seen = await first(me);
    const kept = await reply(me, seen, "b");

    // Another quiz asks one of them.
    const again = await give(rivera, klass, await makeQuiz([items[1]!]), { closesAt: hours(1) });
    expect(await due(me)).not.toContain(asksEasy);
    expect(await findCard(me, asksEasy!)).toBeUndefined();
    await close(again.id);

    // Another one may draw the hard one, and has not been started.
    const drawing = await makeQuiz([draft()]);
    await rows(
      sql`insert into quiz_slots (quiz, position, draw, weight) values (${drawing}, 9, '{"v":1,"difficulty":"hard"}', 1)`,
    );
    const drawn = await give(rivera, klass, drawing, { closesAt: hours(1) });
    expect(await findCard(me, asksHard!)).toBeUndefined();
    expect(await findCard(me, asksEasy!)).toBeDefined();
    // Neither does the page of an old answer tell its key while a test keeps it back.
    expect(seen.itemId).toBe(asksHard);
    if (!("id" in kept)) throw new Error(kept.is);
    expect(await findReviewed(me, kept.id)).toBeUndefined();
    await close(drawn.id);
    expect(await findReviewed(me, kept.id)).toBeDefined();
    expect(await findReviewed(await somebody(), kept.id)).toBeUndefined();
  });

  it("wait while an attempt under way asks them, also when its quiz does not any more", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const me = await grantOf(ana);
    const item = draft();
    await practise(me, await makeQuiz([item]), ["b"], march(2));
    setClock(march(9));
    expect(await due(me)).toEqual([item.id]);
    const quiz = await makeQuiz([item, draft()]);
    await work(ana, await give(rivera, klass, quiz), []);
    await rows(sql`delete from quiz_slots where quiz = ${quiz} and item_id = ${item.id}`);
    expect(await due(me)).toEqual([]);
  });

  it("move with a guest to the person they turn out to be, whose own plan stands where both missed the same", async () => {
    const [guest, me] = [await somebody(), await somebody()];
    const items = [draft(), draft()];
    const quiz = await makeQuiz(items);
    await practise(me, quiz, ["b", "a"], march(2));
    await practise(guest, quiz, ["b", "b"], march(1));
    setClock(march(3));
    await reply(me, await first(me), "a");
    for (const _ of items) await reply(guest, await first(guest), "a");
    expect(await moveGuestWork(guest, me.id)).toBe(true);
    const cards = await db()
      .select()
      .from(reviewCards)
      .where(eq(reviewCards.personId, me.id))
      .orderBy(reviewCards.itemId);
    expect(cards.map(({ itemId, answers }) => [itemId, answers])).toEqual([
      [items[0]?.id, 2],
      [items[1]?.id, 1],
    ]);
    const answers = await db().select().from(reviewAnswers).where(eq(reviewAnswers.personId, me.id));
    expect(answers.map(({ itemId, number }) => `${itemId} ${number}`).sort()).toEqual(
      [`${items[0]?.id} 1`, `${items[0]?.id} 2`, `${items[1]?.id} 1`].sort(),
    );
    expect(await db().select().from(reviewCards).where(eq(reviewCards.personId, guest.id))).toEqual([]);
  });

  it("go with a person who is forgotten", async () => {
    const me = await somebody();
    await practise(me, await makeQuiz([draft()]), ["b"], march(2));
    setClock(march(3));
    await reply(me, await first(me), "a");
    await db().delete(attempts).where(eq(attempts.personId, me.id));
    await db().delete(people).where(eq(people.id, me.id));
    expect(await db().select().from(reviewCards).where(eq(reviewCards.personId, me.id))).toEqual([]);
    expect(await db().select().from(reviewAnswers).where(eq(reviewAnswers.personId, me.id))).toEqual([]);
  });
});
