import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attempts, responses } from "#drizzle/schema";
import { myAttempt } from "~/access/attempts.server";
import { db } from "~/db.server";
import { interactions } from "~/interactions/registry.server";
import { listOfClass } from "~/models/assignment.server";
import { gradebook } from "~/models/gradebook.server";
import { listHandwritten, mark } from "~/models/marking.server";
import { answersSoFar, results } from "~/models/results.server";
import { review } from "~/models/review.server";
import { everything } from "~/models/review-matrix";
import { draft } from "../factories";
import { examples } from "../interactions/examples";
import { engines, withStore } from "../stores";
import { makeItem, makeStructured, opinion } from "../structured";
import { gradebookTable, responsesTable } from "./collected";
import { asks, essay, give, handIn, makeClass, makeStudent, opened, work } from "./teaching";

describe.each(engines)("a question for an opinion on %s", (engine) => {
  withStore(engine);

  /** A choice that is marked, a choice and a text that are not. */
  async function asked() {
    const slots = [draft(), opinion(), { ...essay(), key: null }];
    const quiz = await makeStructured(
      await Promise.all(slots.map(async (item) => ({ itemId: await makeItem(item), weight: 2 }))),
    );
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const assignment = await give(rivera, klass, quiz);
    return { rivera, klass, ana, assignment };
  }

  it("earns nothing, costs nothing and keeps nobody waiting for a mark", async () => {
    const { rivera, klass, ana, assignment } = await asked();
    const id = await handIn(ana, assignment, ["a", "c", "I think so."]);
    const [attempt] = await db().select().from(attempts).where(eq(attempts.id, id));
    expect(attempt).toMatchObject({ state: "marked", score: 2, maxScore: 2 });
    const kept = await db().select().from(responses).where(eq(responses.attemptId, id)).orderBy(responses.slot);
    expect(kept.map(({ fraction, score }) => [fraction, score])).toEqual([
      [1, 2],
      [null, null],
      [null, null],
    ]);
    expect(await listHandwritten(assignment)).toEqual([]);
    expect((await listOfClass(klass))[0]?.toMark).toBe(0);
    expect(await mark(await opened(rivera, id), 3, { score: 0, comment: "" })).toBe("not to mark");
    expect(await results(assignment)).toMatchObject({ toMark: 0, max: 2, mean: { share: 1 } });
    expect((await results(assignment)).columns).toHaveLength(1);
    expect((await gradebook(klass)).students[0]?.cells[0]).toMatchObject({ state: "marked", score: 2, max: 2 });
    expect((await gradebookTable(klass))[1]).toEqual(["Ana", 2, 2, "marked"]);
  });

  it("is shown to the student as not marked, with what was chosen and nothing called right or wrong", async () => {
    const { ana, assignment } = await asked();
    const id = await handIn(ana, assignment, ["b", "c", "I think so."]);
    const [, choice, text] = await review(await myAttempt(await asks(ana, { attempt: id })), everything);
    expect(choice).toMatchObject({ scored: false, standing: "unmarked", score: null, points: 0, byHand: null });
    expect(choice?.rows.filter(({ picked }) => picked).map((row) => row.text)).toEqual(["Letter c"]);
    expect(new Set(choice?.rows.map(({ standing }) => standing))).toEqual(new Set(["blank"]));
    expect(text).toMatchObject({ scored: false, standing: "unmarked", byHand: null });
    expect(text?.rows[0]?.text).toBe("I think so.");
  });

  it("shows the teacher every answer, before and after handing in", async () => {
    const { rivera, klass, ana, assignment } = await asked();
    const open = await work(ana, assignment, ["a", "c", "Yes."]);
    const soFar = await answersSoFar(await opened(rivera, open));
    expect(soFar.map(({ answer }) => answer)).toEqual(["Letter a", "Letter c", "Yes."]);
    expect((await results(assignment)).rows[0]?.cell).toMatchObject({ state: "in progress" });
    const table = await responsesTable(klass);
    expect(table.slice(1).map((row) => row[7])).toEqual(["Letter a", "Letter c", "Yes."]);
  });

  it("can be left without an answer, and can be all that a quiz asks", async () => {
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const assignment = await give(rivera, klass, await makeStructured([{ itemId: await makeItem(opinion()) }]));
    const id = await handIn(ana, assignment, [null]);
    const [attempt] = await db().select().from(attempts).where(eq(attempts.id, id));
    expect(attempt).toMatchObject({ state: "marked", score: 0, maxScore: 0 });
    expect((await gradebook(klass)).students[0]?.cells[0]).toMatchObject({ state: "marked", score: 0, max: 0 });
    expect((await results(assignment)).mean).toBeNull();
    expect((await review(await opened(rivera, id), everything))[0]).toMatchObject({ standing: "blank", scored: false });
  });

  it.each(examples)("can be of any kind: $title", async ({ type: name, body, key }) => {
    const item = draft({ interaction: name, body: body as object, key: null, texts: {} });
    const quiz = await makeStructured([{ itemId: await makeItem(item), weight: 1 }]);
    const { rivera, klass } = await makeClass();
    const ana = await makeStudent(klass, "Ana");
    const assignment = await give(rivera, klass, quiz);
    const id = await handIn(ana, assignment, []);
    const solution = interactions[name].solution(body, key);
    await db().update(responses).set({ response: solution }).where(eq(responses.attemptId, id));
    const [shown] = await review(await opened(rivera, id), everything);
    expect(shown).toMatchObject({ standing: "unmarked", replies: [], worked: null, outcome: null });
    const verdicts = new Set(shown?.rows.map(({ standing }) => standing));
    expect(verdicts).toEqual(new Set(["blank"]));
    expect(shown?.rows.some(({ picked }) => picked)).toBe(true);
  });
});
