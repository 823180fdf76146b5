import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { count, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schema from "#drizzle/schema";
import { db, rows } from "~/db.server";
import { ContentError } from "~/lessons/read-yaml.server";
import { courseStored, syncCourse } from "~/lessons/sync.server";
import { findCited, listEntries, neighbours, uses } from "~/models/ledger.server";
import { findLesson, findTrees, placesToRead } from "~/models/lesson.server";
import { smallCourse, withWords, writeCourse } from "../lessons/small-course";
import { engines, withStore } from "../stores";

describe.each(engines)("the course in the database, %s", (engine) => {
  withStore(engine);
  const folder = writeCourse();
  const write = (files: Record<string, string>) => {
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  };

  beforeAll(async () => {
    // The embedded store is a copy of the one that the build has filled.
    await db().execute(sql`truncate objectives, ledger, items, quizzes, lessons cascade`);
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  /** Everything the sync may write, with the transaction that wrote each row last. */
  async function written() {
    const tables = [
      "objectives",
      "ledger",
      "items",
      "item_versions",
      "item_objectives",
      "quizzes",
      "quiz_slots",
      "lessons",
      "lesson_versions",
      "sections",
    ];
    return Promise.all(
      tables.map(async (table) => [
        table,
        await rows(sql`select xmin::text as wrote, t::text as row from ${sql.identifier(table)} t order by 2`),
      ]),
    );
  }

  test("the first sync says what it added", async () => {
    expect(await syncCourse(folder)).toEqual([
      "objectives: L1.O1",
      "source added: A1",
      "claim added: C1",
      "background added: B1",
      "doubt added: D1",
      "comment added: RC1",
      "comment-key added: RC1",
      "term added: door",
      "misconception added: M1",
      "event added: E1",
      "pair added: P1",
      "investigation added: I1",
      "item L1.C1: version 1",
      "item L1.Q1: version 1",
      "quiz small: added",
      "lesson small: version 1",
    ]);
  });

  test("the second sync says nothing and writes nothing", async () => {
    const before = await written();
    expect(await syncCourse(folder)).toEqual([]);
    expect(await written()).toEqual(before);
  });

  test("a changed question adds version 2 and keeps version 1", async () => {
    write(withWords("quizzes/small.yaml", "Is it shut?", "Is the door shut?"));
    const before = await courseStored();
    expect(await courseStored()).toBe(before);
    expect(await syncCourse(folder)).toEqual(["item L1.Q1: version 2"]);
    expect(await courseStored()).not.toBe(before);
    const stems = await db()
      .select({ stem: schema.itemVersions.stem })
      .from(schema.itemVersions)
      .orderBy(schema.itemVersions.version, schema.itemVersions.itemId);
    expect(stems.map(({ stem }) => stem)).toEqual(["Is it shut?", "Is it shut?", "Is the door shut?"]);
  });

  test("a line more above a question is no new version", async () => {
    write({
      "quizzes/small.yaml": `# A comment.\n${fs.readFileSync(path.join(folder, "quizzes/small.yaml"), "utf8")}`,
    });
    expect(await syncCourse(folder)).toEqual([]);
  });

  test("a changed lesson adds version 2; the address shows it and the old one stays", async () => {
    write({
      "lessons/small.md": (smallCourse["lessons/small.md"] ?? "")
        .replace("## Second", "## Last")
        .replace("quiz: small", "quiz: small\nwas: { second: last }"),
    });
    expect(await syncCourse(folder)).toEqual(["lesson small: version 2"]);
    const lesson = await findLesson("small");
    expect(lesson).toMatchObject({
      version: 2,
      was: { second: "last" },
      sections: [
        { slug: "first", number: "1.1" },
        { slug: "last", number: "1.2" },
      ],
    });
    expect(lesson).not.toHaveProperty("notes");
    const last = { href: "/lessons/small/last", heading: "1.2 Last" };
    expect(Object.fromEntries(await placesToRead())).toEqual({
      "small/first": { href: "/lessons/small/first", heading: "1.1 First" },
      "small/last": last,
      "small/second": last,
    });
    const [stored] = await db().select({ sections: count() }).from(schema.sections);
    expect(stored?.sections).toBe(4);
  });

  test("a tree holds no key of a check", async () => {
    const trees = await findTrees({ slug: "small", version: 2 });
    expect(JSON.stringify([...trees.values()])).not.toMatch(/"right"|Look again|explanation/);
  });

  test("the ledger knows where the lessons use an entry, and what stands beside it", async () => {
    expect((await uses(["C1"])).map(({ slug, number }) => [slug, number])).toEqual([["first", "1.1"]]);
    expect((await uses()).map(({ id }) => id).sort()).toEqual(["B1", "C1", "D1"]);
    expect((await findCited(["C1", "X9"])).map(({ kind }) => kind)).toEqual(["claim"]);
    expect(await neighbours("B1")).toEqual({ before: "C1", after: "D1" });
    expect(await neighbours("RC1")).toEqual({ before: "D1", after: null });
  });

  test("a reader's comment can be cited, and says nothing of how it is to be sorted", async () => {
    const comment = { id: "RC1", article: "A1", paraphrase: "I like doors." };
    expect(await findCited(["RC1"])).toEqual([{ kind: "comment", entry: comment }]);
    expect(await listEntries("comment")).toEqual([comment]);
  });

  test("bad content writes nothing and names file, line and field", async () => {
    const before = await written();
    write({
      ...withWords("claims.yaml", "The door is shut.", "The door was shut."),
      ...withWords("lessons/small.md", ":ref[C1]", ":ref[C9]"),
    });
    const error = await syncCourse(folder).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ContentError);
    expect(error.message).toContain("lessons/small.md:15  ref: there is no source C9");
    expect(await written()).toEqual(before);
    write({
      "claims.yaml": smallCourse["claims.yaml"] ?? "",
      "lessons/small.md": smallCourse["lessons/small.md"] ?? "",
    });
  });

  test("what is gone from the files is retired, never deleted", async () => {
    await syncCourse(folder);
    write({
      ...withWords("glossary.yaml", "id: door, term: Door", "id: gate, term: Gate"),
      ...withWords("lessons/small.md", "{id=door}", "{id=gate}"),
    });
    expect(await syncCourse(folder)).toEqual(["term added: gate", "term retired: door", "lesson small: version 4"]);
    expect((await listEntries("term")).map(({ id }) => id)).toEqual(["gate"]);
    fs.rmSync(path.join(folder, "lessons/small.md"));
    fs.rmSync(path.join(folder, "teacher/small.md"));
    fs.rmSync(path.join(folder, "quizzes/small.yaml"));
    // What belongs to a lesson or is told in one goes with it.
    write({ "checks.yaml": "items: []\n", "events.yaml": "[]\n", "pairs.yaml": "[]\n" });
    expect(await syncCourse(folder)).toEqual([
      "event retired: E1",
      "pair retired: P1",
      "quiz small: retired",
      "lesson small: retired",
    ]);
    expect(await findLesson("small")).toBeUndefined();
  });

  test("files that the same program has read are not read again; another file or another program is a reason to", async () => {
    const program = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-")), "program.js");
    fs.writeFileSync(program, "one");
    await syncCourse(folder, program);
    const lose = () => db().update(schema.objectives).set({ statement: "Lost." });
    await lose();
    expect(await syncCourse(folder, program)).toEqual([]);
    fs.writeFileSync(program, "two");
    expect(await syncCourse(folder, program)).toEqual(["objectives: L1.O1"]);
    await lose();
    fs.appendFileSync(path.join(folder, "objectives.yaml"), "\n");
    expect(await syncCourse(folder, program)).toEqual(["objectives: L1.O1"]);
    await lose();
    expect(await syncCourse(folder)).toEqual(["objectives: L1.O1"]);
    await lose();
    expect(await syncCourse(folder, program)).toEqual(["objectives: L1.O1"]);
  });
});
