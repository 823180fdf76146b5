import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { items, quizzes } from "#drizzle/schema";
import { editedQuiz, practisable, seenQuiz } from "~/access/quizzes.server";
import { teacher } from "~/access/visitor.server";
import { db, rows } from "~/db.server";
import { askable, slotOf } from "~/models/askable.server";
import { assign } from "~/models/assignment.server";
import { addVersion, type ItemDraft } from "~/models/item.server";
import { listQuizzes } from "~/models/quiz.server";
import { change, lastChange, planOf, stateOf, undo } from "~/models/quiz-builder.server";
import { addSection, addSlots, moveSlot, removeSlot, setDetails, setSettings } from "~/models/quiz-moves";
import { outline } from "~/models/quiz-outline.server";
import type { Change } from "~/models/quiz-plan";
import { copyQuiz, createQuiz, listGivable, listShelf, setLive, share } from "~/models/quiz-shelf.server";
import { draft, makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { makeItem as inBank } from "../structured";
import { asks, essay, give, makeClass, makeStudent, makeTeacher, refusal, type Someone, work } from "./teaching";

const open = { opensAt: null, dueAt: null, closesAt: null, attemptsAllowed: 1 };

describe.each(engines)("building quizzes on %s", (engine) => {
  withStore(engine);

  const edited = async (who: Someone, quiz: string) => editedQuiz(await asks(who, { quiz }));
  const seen = async (who: Someone, quiz: string) => seenQuiz(await asks(who, { quiz }));
  const made = async (who: Someone, title = "Mine") => createQuiz(await teacher(await asks(who, {})), title);
  const makeItem = (more: Partial<ItemDraft> = {}, row: Parameters<typeof inBank>[1] = {}) =>
    inBank(draft(more), { state: "ready", ...row });
  /** Changes a quiz as this person, from the state that it is in. */
  async function does(who: Someone, quiz: string, by: Change) {
    const found = await edited(who, quiz);
    return change(found, stateOf(found), by);
  }
  const asked = async (who: Someone, quiz: string) =>
    (await planOf(await seen(who, quiz))).slots.map(({ itemId }) => itemId);

  it("puts a question in for what it is worth: in the course, in its rubric, or one point", async () => {
    const rivera = await makeTeacher();
    const quiz = await made(rivera);
    const [course, plain, written] = [draft(), await makeItem(), await makeItem(essay())];
    await makeQuiz([course], 3);
    const copy = await makeItem({}, { originId: course.id });
    const found = await askable(await edited(rivera, quiz), [course.id, plain, written, copy, "nothing"]);
    expect(found).toEqual([
      { id: course.id, weight: 3 },
      { id: plain, weight: 1 },
      { id: written, weight: 4 },
      { id: copy, weight: 3 },
    ]);
  });

  it("keeps sections, order, points and pinned versions, says each change and undoes the last one", async () => {
    const rivera = await makeTeacher();
    const quiz = await made(rivera);
    const [a, b, c] = [await makeItem(), await makeItem(), await makeItem()];
    await db().transaction((tx) => addVersion(tx, draft({ id: a, stem: "Which one is first?" })));
    await does(rivera, quiz, addSection({ heading: "One", text: "Read *this*.", stimulus: "A case." }));
    expect(await does(rivera, quiz, addSlots([a, b, c].map((id) => slotOf(id, 0))))).toEqual({
      said: "Added 3 questions.",
    });
    await does(rivera, quiz, setDetails(new Map([[0, { weight: 2.5, pinnedVersion: 1, section: null }]])));
    expect(await does(rivera, quiz, moveSlot(2, "up"))).toEqual({
      said: "Moved “Which letter comes first?” up: it is question 2 now.",
    });
    const { lines, sections, points, guessed, warnings } = await outline(await seen(rivera, quiz));
    expect(sections).toEqual([{ heading: "One", text: "Read *this*.", stimulus: "A case." }]);
    expect(lines.map(({ itemId, section, weight, pinnedVersion }) => [itemId, section, weight, pinnedVersion])).toEqual(
      [
        [a, null, 2.5, 1],
        [c, 0, 1, null],
        [b, 0, 1, null],
      ],
    );
    expect([lines[0]?.versions, lines[0]?.name]).toEqual([[1, 2], "Which letter comes first?"]);
    expect([points, guessed, warnings]).toEqual([4.5, expect.closeTo(1.5, 9), []]);
    const found = await edited(rivera, quiz);
    expect(await lastChange(found)).toMatchObject({ by: "Ms Rivera", said: expect.stringContaining("Moved") });
    await undo(found, stateOf(found));
    expect(await asked(rivera, quiz)).toEqual([a, b, c]);
    const again = await edited(rivera, quiz);
    expect(await undo(again, stateOf(again))).toMatchObject({ said: expect.stringMatching(/^Did again: Moved/) });
    expect(await asked(rivera, quiz)).toEqual([a, c, b]);
  });

  it("refuses what was drawn from an older state, and takes what only adds", async () => {
    const rivera = await makeTeacher();
    const quiz = await made(rivera);
    const [a, b, c] = [await makeItem(), await makeItem(), await makeItem()];
    await does(rivera, quiz, addSlots([a, b].map((id) => slotOf(id, null))));
    const stale = await edited(rivera, quiz);
    await does(rivera, quiz, moveSlot(0, "down"));
    expect(await change(stale, stateOf(stale), removeSlot(0))).toBe("stale");
    expect(await undo(stale, stateOf(stale))).toBe("stale");
    expect(await change(stale, null, addSlots([slotOf(c, null)]))).toMatchObject({ said: expect.any(String) });
    expect(await asked(rivera, quiz)).toEqual([b, a, c]);
  });

  it("lets exactly one of two changes at once through", async () => {
    const rivera = await makeTeacher();
    const quiz = await made(rivera);
    const ids = [await makeItem(), await makeItem(), await makeItem()];
    await does(rivera, quiz, addSlots(ids.map((id) => slotOf(id, null))));
    const both = [await edited(rivera, quiz), await edited(rivera, quiz)];
    const done = await Promise.all(both.map((one, at) => change(one, stateOf(one), removeSlot(at))));
    expect(done.filter((one) => one === "stale")).toHaveLength(1);
    expect(await asked(rivera, quiz)).toHaveLength(2);
  });

  it("shows teachers the course's, their own and others' ready ones, and lets the owner open hers to others", async () => {
    const [rivera, other] = [await makeTeacher(), await makeTeacher("Mr Other")];
    const [quiz, course] = [await made(rivera), await makeQuiz()];
    expect(await refusal(seen(other, quiz))).toBe(404);
    await does(rivera, quiz, addSlots([slotOf(await makeItem(), null)]));
    expect((await seen(other, quiz)).mayEdit).toBe(false);
    expect(await refusal(edited(other, quiz))).toBe(404);
    expect(await refusal(edited(rivera, course))).toBe(404);
    await share(await edited(rivera, quiz), true);
    expect((await edited(other, quiz)).mayEdit).toBe(true);
    // Only the owner can say who else may.
    await share(await edited(other, quiz), false);
    expect(await refusal(edited(other, quiz))).toBe(0);
    expect(await refusal(seen(await makePerson(), quiz))).toBe(404);
    expect(await refusal(seen(other, "no-such-quiz"))).toBe(404);
    const { slug } = await seen(other, course);
    expect(slug).toBe(course);
  });

  it("gives a class only what has a question and no draft, and nothing of another teacher's that is unfinished", async () => {
    const { rivera, klass } = await makeClass();
    const other = await makeTeacher("Mr Other");
    const quiz = await made(rivera);
    expect(await assign(klass, quiz, open)).toBeUndefined();
    const item = await makeItem({}, { state: "draft", ownerId: rivera.id });
    await does(rivera, quiz, addSlots([slotOf(item, null)]));
    expect(await assign(klass, quiz, open)).toBeUndefined();
    expect((await outline(await seen(rivera, quiz))).warnings).toMatchObject([{ blocks: true }]);
    expect((await listGivable(rivera)).some(({ slug }) => slug === quiz)).toBe(false);
    await db().update(items).set({ state: "ready" }).where(eq(items.id, item));
    expect(await assign(klass, quiz, open)).toMatch(/-/);
    expect((await listGivable(other)).some(({ slug }) => slug === quiz)).toBe(true);
    expect((await listQuizzes()).some(({ slug }) => slug === quiz)).toBe(false);
    await db().update(items).set({ state: "retired" }).where(eq(items.id, item));
    expect((await outline(await seen(rivera, quiz))).warnings).toMatchObject([{ blocks: false }]);
    const shelved = (await listShelf(await teacher(await asks(rivera, {})))).find(({ slug }) => slug === quiz);
    expect(shelved).toMatchObject({ questions: 1, points: 1, mayEdit: true, given: [{ className: "9B" }] });
  });

  it("retires a quiz from the choice and from nothing else, and brings it back", async () => {
    const { rivera, klass } = await makeClass();
    const quiz = await made(rivera);
    await does(rivera, quiz, addSlots([slotOf(await makeItem(), null)]));
    const given = await give(rivera, klass, quiz);
    await setLive(await edited(rivera, quiz), false);
    expect((await listGivable(rivera)).some(({ slug }) => slug === quiz)).toBe(false);
    expect(await assign(klass, quiz, open)).toBeUndefined();
    expect(await work(await makeStudent(klass, "Ana"), given, ["a"])).toMatch(/-/);
    await setLive(await edited(rivera, quiz), true);
    expect((await listGivable(rivera)).some(({ slug }) => slug === quiz)).toBe(true);
  });

  it("warns when a pool is too small beside what the quiz asks anyway, and counts what it has", async () => {
    const rivera = await makeTeacher();
    const quiz = await made(rivera);
    const tag = `t${Date.now()}${engine}`;
    const [a] = [await makeItem({}, { tags: [tag] }), await makeItem({}, { tags: [tag] })];
    const drawing = { section: null, itemId: null, pinnedVersion: null, draw: { v: 1 as const, tag }, weight: 1 };
    await does(rivera, quiz, addSlots([drawing, drawing]));
    const enough = await outline(await seen(rivera, quiz));
    expect([enough.lines.map(({ pool }) => pool), enough.warnings]).toEqual([[2, 2], []]);
    await does(rivera, quiz, addSlots([slotOf(a as string, null)]));
    const short = await outline(await seen(rivera, quiz));
    expect([short.lines.map(({ pool }) => pool), short.warnings]).toMatchObject([[1, 1, null], [{ blocks: true }]]);
  });

  it("puts only questions into a quiz that its teacher may see and that are not retired", async () => {
    const [rivera, other] = [await makeTeacher(), await makeTeacher("Mr Other")];
    const quiz = await edited(rivera, await made(rivera));
    const ready = await makeItem({}, { ownerId: other.id });
    const hidden = await makeItem({}, { ownerId: other.id, state: "draft" });
    const own = await makeItem({}, { ownerId: rivera.id, state: "draft" });
    const retired = await makeItem({}, { state: "retired" });
    expect((await askable(quiz, [ready, hidden, own, retired, "none"])).map(({ id }) => id)).toEqual([ready, own]);
  });

  it("copies a quiz with the same questions, or with copies that know where they came from", async () => {
    const [rivera, other] = [await makeTeacher(), await makeTeacher("Mr Other")];
    const quiz = await made(rivera, "Term 1");
    const [a, b] = [await makeItem({}, { tags: ["x"] }), await makeItem({ stem: "Old words?" })];
    await db().transaction((tx) => addVersion(tx, draft({ id: b, stem: "New words?" })));
    await does(rivera, quiz, addSection({ heading: "One", text: "t", stimulus: "s" }));
    await does(rivera, quiz, addSlots([slotOf(a, null), { ...slotOf(b, 0), pinnedVersion: 1, weight: 3 }]));
    const linked = await seen(other, await copyQuiz(await seen(other, quiz), "linked"));
    expect([linked.title, linked.ownerId, linked.practice]).toEqual(["Copy of Term 1", other.id, "nobody"]);
    const { slots, sections } = await planOf(await seen(rivera, quiz));
    expect(await planOf(linked)).toMatchObject({ slots, sections });
    const copied = await planOf(await seen(other, await copyQuiz(await seen(other, quiz), "copied")));
    const ids = copied.slots.map(({ itemId }) => itemId as string);
    expect(ids.filter((id) => id === a || id === b)).toEqual([]);
    expect(copied.slots.map(({ weight, section, pinnedVersion }) => [weight, section, pinnedVersion])).toEqual([
      [1, null, null],
      [3, 0, null],
    ]);
    const found = await rows<{
      from: string;
      owner: string;
      state: string;
      stem: string;
      version: number;
      tags: string[];
    }>(sql`
      select i.copied_from as "from", i.owner_id as owner, i.state, v.stem, v.version, to_jsonb(i.tags) as tags
      from items i join item_versions v on v.item_id = i.id where i.id in ${ids} order by v.stem desc`);
    expect(found).toEqual([
      { from: a, owner: other.id, state: "ready", stem: "Which letter comes first?", version: 1, tags: ["x"] },
      { from: b, owner: other.id, state: "ready", stem: "Old words?", version: 1, tags: [] },
    ]);
  });

  it("lets a class practise what its teacher opens to classes, and nobody else", async () => {
    const { rivera, klass } = await makeClass();
    const { rivera: borrower, klass: elsewhere } = await makeClass("10A");
    const [ana, zoe, guest] = [
      await makeStudent(klass, "Ana"),
      await makeStudent(elsewhere, "Zoe"),
      await makePerson(),
    ];
    const quiz = await made(rivera);
    await does(rivera, quiz, addSlots([slotOf(await makeItem(), null)]));
    const practised = async (who: Someone) => practisable(await asks(who, { quiz }));
    expect(await refusal(practised(ana))).toBe(404);
    const { settings } = await planOf(await seen(rivera, quiz));
    await does(rivera, quiz, setSettings({ ...settings, practice: "class" }));
    expect(await practised(ana)).toBe(quiz);
    expect([await refusal(practised(zoe)), await refusal(practised(guest))]).toEqual([404, 404]);
    const stranger = { request: new Request("http://127.0.0.1/"), params: { quiz } };
    expect(await refusal(practisable(stranger))).toBe(302);
    await give(borrower, elsewhere, quiz);
    expect(await practised(zoe)).toBe(quiz);
    await does(rivera, quiz, setSettings({ ...settings, practice: "everybody" }));
    expect([await practised(guest), await practisable(stranger)]).toEqual([quiz, quiz]);
    await db().update(quizzes).set({ live: false }).where(eq(quizzes.slug, quiz));
    expect(await refusal(practised(ana))).toBe(404);
  });
});
