import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, meanShare, type Work } from "~/models/cell";
import type { Gradebook } from "~/models/gradebook.server";
import { arrange, cellKinds, isOf } from "~/models/gradebook-order";

const work: Work = {
  ...{ id: "t", number: 1, state: "marked", late: false, deadline: null, score: 1, maxScore: 4 },
  ...{ soFar: 0, of: 0, answered: 0, questions: 4 },
};
const marked = (score: number, more: Partial<Work> = {}): Cell => ({
  ...{ state: "marked", attempt: { ...work, ...more }, score, max: 4, more: null },
  passed: score >= 2,
});
const nothing: Cell = { state: "missing" };
const waiting: Cell = { state: "waiting", attempt: work, soFar: 2, of: 2, max: 4 };

function book(students: [name: string, groups: string[], ...cells: Cell[]][]): Gradebook {
  const assignments = ["one", "two"].map((id) => ({
    ...{
      id,
      title: id,
      quiz: "a-quiz",
      phase: "open" as const,
      counts: "highest",
      passPercent: null,
      max: 4,
      mean: null,
    },
  }));
  return {
    assignments,
    students: students.map(([name, groups, ...cells]) => ({
      personId: name,
      name,
      groups,
      cells,
      mean: meanShare(cells),
    })),
  };
}
const plain = { sort: "name", down: false, show: [] };
const class9B = book([
  ["Ana", ["red"], marked(3), nothing],
  ["Ben", ["blue"], nothing, marked(1, { late: true })],
  ["Cleo", ["red"], waiting, marked(4)],
]);
const names = (found: Gradebook) => found.students.map(({ name }) => name);

describe("the order and the parts of a gradebook", () => {
  it.each([
    ["name", false, ["Ana", "Ben", "Cleo"]],
    ["name", true, ["Cleo", "Ben", "Ana"]],
    ["one", false, ["Cleo", "Ana", "Ben"]],
    ["one", true, ["Ana", "Cleo", "Ben"]],
    ["two", false, ["Ben", "Cleo", "Ana"]],
    ["mean", true, ["Cleo", "Ana", "Ben"]],
    ["an assignment of another class", true, ["Cleo", "Ben", "Ana"]],
  ])("sorts by %s, downwards: %s; who has nothing to compare comes last", (sort, down, order) => {
    expect(names(arrange(class9B, { ...plain, sort, down }))).toEqual(order);
  });

  it.each([
    ["missing", ["Ana", "Ben"]],
    ["late", ["Ben"]],
    ["waiting", ["Cleo"]],
    ["not passed", ["Ben"]],
  ] as const)("finds students with something %s", (state, found) => {
    expect(names(arrange(class9B, { ...plain, state }))).toEqual(found);
  });

  it("shows only some assignments, and then means of those", () => {
    const found = arrange(class9B, { ...plain, show: ["two"] });
    expect(found.assignments.map(({ id }) => id)).toEqual(["two"]);
    expect(found.students.map(({ mean }) => mean?.share ?? null)).toEqual([null, 0.25, 1]);
  });

  it("gives a group its own mean", () => {
    const found = arrange(class9B, { ...plain, group: "red" });
    expect(names(found)).toEqual(["Ana", "Cleo"]);
    expect(found.assignments.map(({ mean }) => mean)).toEqual([
      { share: 0.75, spread: null, n: 1 },
      { share: 1, spread: null, n: 1 },
    ]);
  });

  it("loses nobody and makes nobody up, whatever is asked", () => {
    const cells = fc.constantFrom(marked(0), marked(2.5, { late: true }), waiting, nothing, {
      state: "not given",
    } as Cell);
    const student = fc.tuple(fc.string(), fc.subarray(["red", "blue"]), cells, cells);
    const asked = fc.record({
      ...{ sort: fc.constantFrom("name", "mean", "one", "two", "three"), down: fc.boolean() },
      ...{
        group: fc.option(fc.constant("red"), { nil: undefined }),
        state: fc.option(fc.constantFrom(...cellKinds), { nil: undefined }),
      },
      show: fc.subarray(["one", "two"]),
    });
    fc.assert(
      fc.property(fc.array(student), asked, (students, how) => {
        const all = book(students);
        const found = arrange(all, how);
        const shown = (id: string) => how.show.length === 0 || how.show.includes(id as "one");
        const fits = all.students.filter(
          ({ groups, cells }) =>
            (!how.group || groups.includes(how.group)) &&
            (!how.state ||
              cells.some((cell, at) => shown(["one", "two"][at] as string) && isOf(cell, how.state as "late"))),
        );
        expect(names(found).sort()).toEqual(fits.map(({ name }) => name).sort());
        expect(found.students.every(({ cells }) => cells.length === found.assignments.length)).toBe(true);
      }),
    );
  });
});
