import { beforeAll, describe, expect, it } from "vitest";
import { items } from "#drizzle/schema";
import { editedItems } from "~/access/items.server";
import { teacher } from "~/access/visitor.server";
import { db } from "~/db.server";
import { type BankFilter, searchBank } from "~/models/bank.server";
import { addVersion } from "~/models/item.server";
import { setState, setTag } from "~/models/item-edit.server";
import { bringBack, makeReady } from "~/models/item-readiness.server";
import { putObjectives } from "~/models/objective.server";
import { draft, makePerson } from "../factories";
import { engines, withStore } from "../stores";
import { asks, essay, give, handIn, makeClass, makeStudent, makeTeacher, refusal, type Someone } from "./teaching";
import { change, edited, found, quizOf, ready, seen, write } from "./writing";

describe.each(engines)("the bank on %s", (engine) => {
  withStore(engine);
  let rivera: Someone;
  let other: Someone;
  beforeAll(async () => {
    [rivera, other] = [await makeTeacher("Ms Rivera"), await makeTeacher("Mr Other")];
    await db().transaction((tx) =>
      putObjectives(tx, [{ id: "L1.O1", lesson: "one", statement: "Tell moving from kept", bloom: "understand" }]),
    );
  });

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

  it("never lets anybody change the course, and nobody without the right to teach see the bank", async () => {
    const course = draft({ id: "T.COURSE" });
    await db().transaction((tx) => addVersion(tx, course));
    expect((await seen(rivera, course.id)).mayEdit).toBe(false);
    expect(await refusal(edited(rivera, course.id))).toBe(404);
    expect(await editedItems(await teacher(await asks(rivera, {})), [course.id, "no such"])).toEqual([]);
    expect(await refusal(seen(await makePerson("Ana"), course.id))).toBe(404);
    expect(await refusal(seen(rivera, "no such"))).toBe(404);
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
    const text = await write(hers, essay());
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
});
