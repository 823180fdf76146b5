import { describe, expect, it } from "vitest";
import { gradebook } from "~/models/gradebook.server";
import { itemAnalysis } from "~/models/item-analysis.server";
import { override } from "~/models/mark-override.server";
import { questionsReport } from "~/models/question-report.server";
import { results } from "~/models/results.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { responsesTable } from "./collected";
import { give, handIn, makeClass, makeStudent, opened } from "./teaching";

const best = { which: "best", group: null } as const;

describe.each(engines)("a report on %s", (engine) => {
  withStore(engine);

  it("shows a changed mark the next time it is asked for, whichever report it is", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz([draft(), draft()], 4));
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    const attempt = await handIn(ana, assignment, ["a", "b"]);
    await handIn(ben, assignment, ["a", "a"]);
    const asked = async () => {
      const { columns, rows, mean } = await results(assignment);
      const { items, test } = await itemAnalysis(assignment, best, { item: null, names: false });
      return {
        gradebook: (await gradebook(klass)).students.map(({ mean }) => mean?.share),
        shares: columns.map(({ share }) => share),
        grid: rows.find(({ name }) => name === "Ana")?.answers,
        mean: mean?.share,
        facility: items.map(({ statistics }) => statistics.facility.value),
        points: test.mean.value,
        questions: (await questionsReport(assignment, best, null)).questions.map(({ facility }) => facility),
        file: (await responsesTable(klass)).slice(1).map((line) => line[9]),
      };
    };
    expect(await asked()).toEqual({
      gradebook: [0.5, 1],
      shares: [1, 0.5],
      grid: ["right", "wrong"],
      mean: 0.75,
      facility: [1, 0.5],
      points: 6,
      questions: [0.5, 1],
      file: [4, 0, 4, 4],
    });
    expect(await override(await opened(rivera, attempt), 2, { score: 2, reason: "Half of it is there." })).toBe(
      "overridden",
    );
    expect(await asked()).toEqual({
      gradebook: [0.75, 1],
      shares: [1, 0.75],
      grid: ["right", "partly"],
      mean: 0.875,
      facility: [1, 0.75],
      points: 7,
      questions: [0.75, 1],
      file: [4, 2, 4, 4],
    });
  });
});
