import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { items, quizSlots } from "#drizzle/schema";
import { editedItem, editedItems, seenItem } from "~/access/items.server";
import { teacher } from "~/access/visitor.server";
import { db, rows, type Store } from "~/db.server";
import { type BankFilter, searchBank } from "~/models/bank.server";
import { addVersion, type ItemDraft } from "~/models/item.server";
import { copy, create, edit, setState, setTag } from "~/models/item-edit.server";
import { listVersions } from "~/models/item-history.server";
import { bringBack, makeReady } from "~/models/item-readiness.server";
import { usesOf } from "~/models/item-use.server";
import { putObjectives } from "~/models/objective.server";
import { putQuiz } from "~/models/quiz.server";
import { submit } from "~/models/submission.server";
import { draft, makePerson } from "../factories";
import { engines, openTestStore } from "../stores";
import { asks, essay, give, handIn, makeClass, makeStudent, makeTeacher, refusal, work } from "./teaching";

type Someone = { id: string; name: string };

describe.each(engines)("the bank on %s", (engine) => {
  let store: Store;
  let rivera: Someone;
  let other: Someone;
  beforeAll(async () => {
    store = await openTestStore(engine);
    [rivera, other] = [await makeTeacher("Ms Rivera"), await makeTeacher("Mr Other")];
    await store.db.transaction((tx) =>
      putObjectives(tx, [{ id: "L1.O1", lesson: "one", statement: "Tell moving from kept", bloom: "understand" }]),
    );
  });
  afterAll(() => store.close());

  const seen = async (who: Someone, item: string) => seenItem(await asks(who, { item }));
  const edited = async (who: Someone, item: string) => editedItem(await asks(who, { item }));
  const wording = (more: Partial<ItemDraft> = {}) => {
    const { id: _, ...rest } = draft(more);
    return rest;
  };
  async function write(who: Someone, more: Partial<ItemDraft> = {}, own: { tags?: string[]; shared?: boolean } = {}) {
    const me = await teacher(await asks(who, {}));
    return create(me, { wording: wording(more), tags: own.tags ?? [], shared: own.shared ?? false });
  }
  async function change(who: Someone, id: string, more: Partial<ItemDraft>, kind: "meaning" | "words", from?: number) {
    const item = await edited(who, id);
    const writing = { wording: wording(more), tags: item.tags, shared: item.shared };
    return edit(item, writing, from ?? item.newest.version, kind);
  }
  const ready = async (who: Someone, id: string) => setState([await edited(who, id)], "ready");
  const found = async (who: Someone, filter: BankFilter) =>
    (await searchBank(await teacher(await asks(who, {})), filter)).lines.map(({ id }) => id);
  async function quizOf(ids: string[]) {
    const slug = `quiz-${ids.join("-")}`.slice(0, 60);
    await db().transaction((tx) =>
      putQuiz(tx, {
        slug,
        title: `Quiz ${slug}`,
        lesson: null,
        practice: "everybody",
        slots: ids.map((itemId) => ({ itemId, weight: 1 })),
      }),
    );
    return slug;
  }

  it("keeps a draft and what is retired to its owner, and shows others what is ready", async () => {
    const id = await write(rivera, { stem: "Only mine for now" });
    expect([await found(rivera, { words: "only mine" }), await found(other, { words: "only mine" })]).toEqual([
      [id],
      [],
    ]);
    expect(await refusal(seen(other, id))).toBe(404);
    await ready(rivera, id);
    expect(await found(other, { words: "only mine", owner: "others" })).toEqual([id]);
    expect((await seen(other, id)).mayEdit).toBe(false);
    expect(await refusal(edited(other, id))).toBe(404);
    await setState([await edited(rivera, id)], "retired");
    expect([await found(rivera, { words: "only mine" }), await refusal(seen(other, id))]).toEqual([[], 404]);
    expect(await found(rivera, { words: "only mine", state: "retired" })).toEqual([id]);
  });

  it("lets other teachers change what its owner has opened, but not say who else may", async () => {
    const id = await write(rivera, {}, { shared: true });
    const item = await edited(other, id);
    await edit(item, { wording: wording({ stem: "Better" }), tags: ["t"], shared: false }, 1, "words");
    const now = await edited(other, id);
    expect([now.newest.stem, now.newest.authorId, now.shared, now.tags]).toEqual(["Better", other.id, true, ["t"]]);
  });

  it("never lets anybody change the course, and nobody without the right to teach see the bank", async () => {
    const course = draft({ id: "T.COURSE" });
    await db().transaction((tx) => addVersion(tx, course));
    expect((await seen(rivera, course.id)).mayEdit).toBe(false);
    expect(await refusal(edited(rivera, course.id))).toBe(404);
    expect(await editedItems(await teacher(await asks(rivera, {})), [course.id, "no such"])).toEqual([]);
    expect(await refusal(seen(await makePerson("Ana"), course.id))).toBe(404);
    expect(await refusal(seen(rivera, "no such"))).toBe(404);
  });

  it("keeps every version with who wrote it, when and what kind of change it was", async () => {
    const id = await write(rivera, { stem: "First" }, { shared: true });
    await ready(rivera, id);
    expect(await change(other, id, { stem: "Frist, mended" }, "words")).toEqual({ version: 2 });
    expect(await change(rivera, id, { stem: "Something else" }, "meaning")).toEqual({ version: 3 });
    expect(await change(rivera, id, { stem: "Something else" }, "meaning")).toEqual({ version: 3 });
    const versions = await listVersions(await seen(rivera, id));
    expect(versions.map(({ version, stem, author, change }) => ({ version, stem, author, change }))).toEqual([
      { version: 3, stem: "Something else", author: "Ms Rivera", change: "meaning" },
      { version: 2, stem: "Frist, mended", author: "Mr Other", change: "words" },
      { version: 1, stem: "First", author: "Ms Rivera", change: "meaning" },
    ]);
  });

  it("stores nothing over a newer version that the writer has not seen", async () => {
    const id = await write(rivera, { stem: "Where both began" });
    expect(await change(rivera, id, { stem: "First tab" }, "meaning", 1)).toEqual({ version: 2 });
    expect(await change(rivera, id, { stem: "Second tab" }, "meaning", 1)).toBe("newer exists");
    expect((await seen(rivera, id)).newest.stem).toBe("First tab");
    expect(await change(rivera, id, { stem: "Second tab" }, "meaning", 2)).toEqual({ version: 3 });
    expect((await listVersions(await seen(rivera, id))).map(({ stem }) => stem)).toEqual([
      "Second tab",
      "First tab",
      "Where both began",
    ]);
  });

  it("lets one of two who save at the same moment through, and tells the other", async () => {
    const id = await write(rivera);
    const item = await edited(rivera, id);
    const save = (stem: string) => edit(item, { wording: wording({ stem }), tags: [], shared: false }, 1, "meaning");
    const both = await Promise.all([save("One"), save("Two")]);
    expect(both.filter((one) => one === "newer exists")).toHaveLength(1);
    expect(await listVersions(await seen(rivera, id))).toHaveLength(2);
  });

  it("gives a typo fix to quizzes held at the same meaning, and a change of meaning to none", async () => {
    const id = await write(rivera);
    await ready(rivera, id);
    const quiz = await quizOf([id]);
    await db().update(quizSlots).set({ pinnedVersion: 1 }).where(sql`${quizSlots.quiz} = ${quiz}`);
    const pinned = async () =>
      (await rows<{ at: number }>(sql`select pinned_version as at from quiz_slots where quiz = ${quiz}`))[0]?.at;
    await change(rivera, id, { stem: "Words" }, "words");
    expect(await pinned()).toBe(2);
    await change(rivera, id, { stem: "Meaning" }, "meaning");
    await change(rivera, id, { stem: "Words again" }, "words");
    expect(await pinned()).toBe(2);
  });

  it("leaves a running attempt and a handed-in one at the version they began with, and gives the newest to the next", async () => {
    const { rivera: hers, klass } = await makeClass();
    const id = await write(hers, { stem: "As it was" });
    await ready(hers, id);
    const assignment = await give(hers, klass, await quizOf([id]));
    const running = await work(await makeStudent(klass, "Ana"), assignment, ["a"]);
    const done = await handIn(await makeStudent(klass, "Ben"), assignment, ["a"]);
    await change(hers, id, { stem: "As it is", key: { v: 1, right: ["b"] } }, "meaning");
    const later = await handIn(await makeStudent(klass, "Cem"), assignment, ["a"]);
    await submit({ id: running });
    const marked = await rows<{ id: string; stem: string; fraction: number }>(sql`
      select s.attempt_id as id, v.stem, r.fraction from attempt_slots s
      join item_versions v on v.id = s.item_version_id
      join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot where v.item_id = ${id}`);
    expect(Object.fromEntries(marked.map((one) => [one.id, [one.stem, one.fraction]]))).toEqual({
      [running]: ["As it was", 1],
      [done]: ["As it was", 1],
      [later]: ["As it is", 0],
    });
  });

  it("copies with the wording, knows where the copy came from, and lets each go its own way", async () => {
    const id = await write(rivera, { stem: "The original" }, { tags: ["week 1"] });
    await ready(rivera, id);
    const own = await copy(await seen(other, id));
    const item = await edited(other, own);
    expect([item.state, item.ownerId, item.copiedFrom, item.tags, item.newest.stem]).toEqual([
      "draft",
      other.id,
      id,
      ["week 1"],
      "The original",
    ]);
    await change(rivera, id, { stem: "The original, changed" }, "meaning");
    expect((await seen(other, own)).newest.stem).toBe("The original");
    expect((await usesOf(await seen(other, own))).origin).toEqual({ id, stem: "The original, changed" });
    // Hers is a draft that only he sees.
    expect([(await usesOf(await seen(rivera, id))).copies, (await usesOf(await seen(other, id))).copies]).toEqual([
      [],
      [{ id: own, stem: "The original", state: "draft" }],
    ]);
  });

  it("says where a question is used, and what a linked one gets that a copy does not", async () => {
    const id = await write(rivera);
    await ready(rivera, id);
    const { rivera: hers, klass } = await makeClass();
    const [one, two] = [await quizOf([id]), await quizOf([id, await write(other)])];
    const assignment = await give(hers, klass, one);
    const use = await usesOf(await seen(hers, id));
    expect(use.quizzes.map(({ slug, pinned }) => [slug, pinned])).toEqual(
      [one, two].sort().map((slug) => [slug, null]),
    );
    expect(use.assignments).toMatchObject([{ id: assignment.id, className: "9B" }]);
    expect((await usesOf(await seen(rivera, id))).assignments).toEqual([]);
    expect(await found(rivera, { quiz: two })).toContain(id);
  });

  it("makes ready only what has nothing to mend, and brings back from retirement accordingly", async () => {
    const good = await edited(rivera, await write(rivera));
    const bad = await edited(rivera, await write(rivera, { explanation: "" }));
    expect(await makeReady([good, bad])).toBe(1);
    await setState([good, bad], "retired");
    expect(await bringBack([good, bad])).toBe(2);
    expect([(await edited(rivera, good.id)).state, (await edited(rivera, bad.id)).state]).toEqual(["ready", "draft"]);
  });

  it("finds by words, objective, misconception, type, tag, difficulty, state and owner, one or all together", async () => {
    const id = await write(
      rivera,
      {
        stem: "What can a *postman* read?",
        objectives: ["L1.O1"],
        difficulty: "hard",
        misconceptions: { "option.b": ["M7"] },
        body: {
          v: 1,
          max: 1,
          options: ["Only the address", "100 %", "All_of it"].map((text, index) => ({ id: "abc".charAt(index), text })),
        },
      },
      { tags: ["post"] },
    );
    await write(rivera, { stem: "What can a neighbour read?" });
    const wanted: BankFilter[] = [
      { words: "POSTMAN read" },
      { words: "100 %" },
      { words: "all_of" },
      { words: "post alphabet" },
      { objective: "L1.O1" },
      { misconception: "M7" },
      { tag: "post" },
      { difficulty: "hard", owner: "mine" },
      { words: "postman", interaction: "choice", state: "draft", difficulty: "hard", tag: "post", measured: "unknown" },
    ];
    for (const filter of wanted)
      expect([filter, await found(rivera, { owner: "mine", ...filter })]).toEqual([filter, [id]]);
    for (const filter of [{ words: "postman %%" }, { words: "postman", interaction: "order" }, { tag: "nothing" }])
      expect([filter, await found(rivera, filter)]).toEqual([filter, []]);
  });

  it("tags many at once, each once, and takes the tag away again", async () => {
    const list = await editedItems(await teacher(await asks(rivera, {})), [
      await write(rivera, {}, { tags: ["week 3"] }),
      await write(rivera),
    ]);
    await setTag(list, "week 3", true);
    expect((await found(rivera, { tag: "week 3" })).sort()).toEqual(list.map(({ id }) => id).sort());
    expect((await edited(rivera, list[0]?.id as string)).tags).toEqual(["week 3"]);
    await setTag(list, "week 3", false);
    expect(await found(rivera, { tag: "week 3" })).toEqual([]);
  });

  it("gives fifty a page and says how many there are", async () => {
    const many = await makeTeacher("Prolific");
    await db().transaction(async (tx) => {
      for (let count = 0; count < 53; count++) {
        const one = draft();
        await tx.insert(items).values({ id: one.id, ownerId: many.id, state: "draft" });
        await addVersion(tx, one);
      }
    });
    const me = await teacher(await asks(many, {}));
    const [first, second, beyond] = [1, 2, 9].map((page) => searchBank(me, { owner: "mine" }, page));
    expect([(await first)?.lines.length, (await second)?.lines.length, (await first)?.total]).toEqual([50, 3, 53]);
    expect((await beyond)?.lines.length).toBe(50);
    const both = [...((await first)?.lines ?? []), ...((await second)?.lines ?? [])].map(({ id }) => id);
    expect(new Set(both).size).toBe(53);
  });

  it("measures a question by what classes handed in since its meaning changed, and not by practice", async () => {
    const { rivera: hers, klass } = await makeClass();
    const id = await write(hers);
    const text = await write(hers, { ...wordingOf(essay()) });
    for (const one of [id, text]) await ready(hers, one);
    const assignment = await give(hers, klass, await quizOf([id, text]));
    const line = async (item: string) =>
      (await searchBank(await teacher(await asks(hers, {})), {})).lines.find((one) => one.id === item);
    for (const [name, answer] of [
      ["Ana", "a"],
      ["Ben", "b"],
      ["Cem", null],
      ["Dee", "a"],
    ] as const)
      await handIn(await makeStudent(klass, name), assignment, [answer, answer && "Some words"]);
    expect(await line(id)).toMatchObject({ facility: 0.5, answers: 4, usedIn: 1 });
    // What waits for a mark is left out; nothing written is 0.
    expect(await line(text)).toMatchObject({ facility: 0, answers: 1 });
    expect(await found(hers, { owner: "mine", measured: "medium" })).toEqual([id]);
    await change(hers, id, { stem: "Which letter comes first" }, "words");
    expect(await line(id)).toMatchObject({ facility: 0.5, answers: 4, version: 2 });
    await change(hers, id, { key: { v: 1, right: ["b"] } }, "meaning");
    expect(await line(id)).toMatchObject({ facility: null, answers: 0, version: 3 });
  });

  it("knows a question for an opinion from one that is marked", async () => {
    const id = await write(rivera, { key: null, stem: "What do you think yourself?" });
    const { lines } = await searchBank(await teacher(await asks(rivera, {})), { words: "think yourself" });
    expect(lines).toMatchObject([{ id, scored: false, owner: "Ms Rivera", mayEdit: true }]);
  });

  function wordingOf(item: ItemDraft) {
    const { id: _, ...rest } = item;
    return rest;
  }
});
