import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { objectives, reviewAnswers } from "#drizzle/schema";
import { myAttempt } from "~/access/attempts.server";
import { db, rows } from "~/db.server";
import { gradebook } from "~/models/gradebook.server";
import { addVersion } from "~/models/item.server";
import { findReviewed } from "~/models/review-answer.server";
import { asked } from "~/models/review-question.server";
import { findCard, missedIn } from "~/models/review-queue.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { responsesTable } from "./collected";
import { dayOf, due, first, grantOf, handedIn, march, practise, reply, setClock, somebody } from "./coming-back";
import { asks, give, handIn, makeClass, makeStudent } from "./teaching";

describe.each(engines)("questions that are asked again on %s", (engine) => {
  withStore(engine);

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
});
