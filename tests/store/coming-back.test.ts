import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { attempts, objectives, people, reviewAnswers, reviewCards } from "#drizzle/schema";
import { myAttempt } from "~/access/attempts.server";
import { clock } from "~/clock";
import { db, rows, type Store } from "~/db.server";
import { columnsOf } from "~/models/assignment-draft.server";
import { responsesTable } from "~/models/exports.server";
import { gradebook } from "~/models/gradebook.server";
import { moveGuestWork } from "~/models/guest.server";
import { addVersion } from "~/models/item.server";
import { findReviewed } from "~/models/review-answer.server";
import { presets } from "~/models/review-matrix";
import { asked } from "~/models/review-question.server";
import { dueCards, findCard, missedIn, standing } from "~/models/review-queue.server";
import { draft, makeQuiz } from "../factories";
import { engines, openTestStore } from "../stores";
import { first, grantOf, handedIn, march, practise, reply, setClock, somebody } from "./coming-back";
import { asks, essay, give, handIn, hours, makeClass, makeStudent, work } from "./teaching";

const now = clock.now;

describe.each(engines)("questions that come back on %s", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterEach(() => {
    clock.now = now;
  });
  afterAll(() => store.close());

  const due = async (me: Parameters<typeof dueCards>[0]) => (await dueCards(me)).map(({ itemId }) => itemId);
  const dayOf = async (me: { id: string }) =>
    (await db().select({ on: reviewCards.dueOn }).from(reviewCards).where(eq(reviewCards.personId, me.id))).map(
      ({ on }) => on,
    );

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
    expect(await due(me)).toEqual([asksHard, asksEasy].sort());
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
    const held = seen.itemId === asksHard;
    if (!("id" in kept)) throw new Error(kept.is);
    expect((await findReviewed(me, kept.id)) === undefined).toBe(held);
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

  it("are asked through a sister question on the same idea until that is right, then as themselves", async () => {
    const me = await somebody();
    await db()
      .insert(objectives)
      .values({ id: "T.O1", lesson: "none", statement: "Can spell", bloom: "remember" })
      .onConflictDoNothing();
    const idea = { objectives: ["T.O1"], misconceptions: { "option.b": ["M1", "M2"] } };
    const [missed, sister] = [draft(idea), draft({ ...idea, misconceptions: { "option.c": ["M2"] } })];
    const strangers = [draft({ ...idea, misconceptions: { "option.b": ["M9"] } }), draft({ ...idea, objectives: [] })];
    await makeQuiz([sister, ...strangers]);
    const secret = await makeQuiz([draft(idea)]);
    await rows(sql`update quizzes set practice = 'nobody' where slug = ${secret}`);
    await practise(me, await makeQuiz([missed]), ["b"], march(2));

    const asksOn = async (day: number) => {
      setClock(march(day));
      const again = await first(me);
      const [found] = await rows<{ item_id: string }>(
        sql`select item_id from item_versions where id = ${again.versionId}::uuid`,
      );
      expect(again.sister).toBe(found?.item_id !== missed.id);
      return { again, item: found?.item_id };
    };
    const one = await asksOn(3);
    expect(one.item).toBe(sister.id);
    const kept = await reply(me, one.again, "a");
    expect("id" in kept && (await findReviewed(me, kept.id))?.sister).toBe(true);
    const two = await asksOn(7);
    expect(two.item).toBe(missed.id);
    await reply(me, two.again, "a");
    // By then the sister has not been right for more than a month.
    await rows(
      sql`update review_cards set seen_on = '2026-04-30', due_on = '2026-05-01' where person_id = ${me.id}::uuid`,
    );
    expect((await asksOn(70)).item).toBe(sister.id);
  });

  it("show a teacher's new wording only once everybody may practise it or it was met", async () => {
    const me = await somebody();
    const item = draft();
    const quiz = await makeQuiz([item]);
    await practise(me, quiz, ["b"], march(2));
    setClock(march(3));
    await db().transaction((tx) => addVersion(tx, { ...item, stem: "Which letter is the first one?" }));
    expect((await first(me)).question.stem).toBe("Which letter is the first one?");
    await rows(sql`update quizzes set practice = 'nobody' where slug = ${quiz}`);
    expect((await first(me)).question.stem).toBe("Which letter comes first?");
    await rows(sql`update items set state = 'retired' where id = ${item.id}`);
    expect(await due(me)).toEqual([]);
  });

  it("take one answer however often a page is sent, and none for another question than was asked", async () => {
    const me = await somebody();
    const items = [draft(), draft()];
    await practise(me, await makeQuiz(items), ["b", "b"], march(2));
    setClock(march(3));
    const question = await first(me);
    const both = await Promise.all([reply(me, question, "a"), reply(me, question, "c")]);
    expect(both.map(({ is }) => is).sort()).toEqual(["already had", "kept"]);
    expect(await reply(me, question, "b")).toMatchObject({ is: "already had" });
    expect(await db().select().from(reviewAnswers).where(eq(reviewAnswers.personId, me.id))).toHaveLength(1);

    const next = await first(me);
    expect(await reply(me, { ...next, versionId: question.versionId }, "a")).toMatchObject({
      is: "not yet",
      why: "changed",
    });
    expect(await reply(me, { ...next, number: 2 }, "a")).toMatchObject({ is: "not yet", why: "changed" });
    expect(await reply(await somebody(), next, "a")).toEqual({ is: "gone" });
    expect(await reply(me, next, null)).toMatchObject({ is: "not yet", why: "blank" });
    expect(await reply(me, next, null, { gaveUp: true })).toMatchObject({ is: "kept" });
  });

  it("tell a hint only when it is asked for, keep what was given, and plan a right answer with a hint as partly right", async () => {
    const me = await somebody();
    await practise(me, await makeQuiz([draft({ hints: ["Think of apples.", "It is a vowel."] })]), ["b"], march(2));
    setClock(march(3));
    const question = await first(me);
    expect(JSON.stringify(question)).not.toContain("apples");
    const hinted = await reply(me, question, "c", { wantsHint: true });
    expect(hinted).toMatchObject({
      is: "not yet",
      why: null,
      asked: { question: { hints: ["Think of apples."], moreHints: true, response: { chosen: ["c"] } } },
    });
    await reply(me, question, "a", { hints: 1 });
    const [on] = await dayOf(me);
    expect(on! > "2026-03-04" && on! < "2026-03-07").toBe(true);
  });

  it("come at once, and exactly, when somebody retries what they missed in one attempt", async () => {
    const me = await somebody();
    const items = [draft(), draft(), draft()];
    const quiz = await makeQuiz(items);
    const older = await practise(me, quiz, ["b", "a", null], march(2));
    await practise(me, quiz, ["a", "b", "a"], march(3));
    setClock(march(2));
    const attempt = await myAttempt(await asks({ ...me }, { attempt: older }));
    const missed = await missedIn(attempt);
    expect(missed.map(({ itemId }) => itemId)).toEqual([items[0]?.id, items[2]?.id]);
    // Right at once says nothing about tomorrow: the plan stays.
    const [card] = missed;
    await reply(me, await asked(me, card!, { sister: false }), "a");
    expect((await findCard(me, items[0]!.id))?.dueOn).toBe(card?.dueOn);
  });

  it("change nothing of attempts, answers, marks and the gradebook", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const me = await grantOf(ana);
    await handedIn(
      await handIn(ana, await give(rivera, klass, await makeQuiz([draft(), draft()])), ["b", "b"]),
      march(2),
    );
    const tables = ["attempts", "attempt_slots", "responses", "answer_log", "marks", "lesson_answers"];
    const written = async () => [
      ...(await Promise.all(
        tables.map((table) => rows(sql`select xmin::text, t::text as row from ${sql.identifier(table)} t order by 2`)),
      )),
      await gradebook(klass),
      await responsesTable(klass),
    ];
    const before = await written();
    setClock(march(3));
    await reply(me, await first(me), "a");
    await reply(me, await first(me), "b");
    expect(await written()).toEqual(before);
    expect(await db().select().from(reviewAnswers).where(eq(reviewAnswers.personId, me.id))).toHaveLength(2);
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
