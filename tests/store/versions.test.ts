import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { quizSlots } from "#drizzle/schema";
import { db, rows } from "~/db.server";
import { copy, edit } from "~/models/item-edit.server";
import { listVersions } from "~/models/item-history.server";
import { usesOf } from "~/models/item-use.server";
import { submit } from "~/models/submission.server";
import { engines, withStore } from "../stores";
import { give, handIn, makeClass, makeStudent, makeTeacher, type Someone, work } from "./teaching";
import { change, edited, found, quizOf, ready, seen, wording, write } from "./writing";

describe.each(engines)("a question and its versions on %s", (engine) => {
  withStore(engine);
  let rivera: Someone;
  let other: Someone;
  beforeAll(async () => {
    [rivera, other] = [await makeTeacher("Ms Rivera"), await makeTeacher("Mr Other")];
  });

  it("lets other teachers change what its owner has opened, but not say who else may", async () => {
    const id = await write(rivera, {}, { shared: true });
    const item = await edited(other, id);
    await edit(item, { wording: wording({ stem: "Better" }), tags: ["t"], shared: false }, 1, "words");
    const now = await edited(other, id);
    expect([now.newest.stem, now.newest.authorId, now.shared, now.tags]).toEqual(["Better", other.id, true, ["t"]]);
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
});
