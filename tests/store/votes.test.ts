import { beforeAll, describe, expect, it } from "vitest";
import { myAssignment, taughtAssignment } from "~/access/classes.server";
import { projected } from "~/models/projected.server";
import { askedNow, closeRound, openRound, vote, votesFor } from "~/models/vote.server";
import { onTheWall } from "~/models/wall.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { asks, essay, give, handIn, makeClass, makeStudent, type Someone, work } from "./teaching";

describe.each(engines)("a vote of the class on %s", (engine) => {
  withStore(engine);
  let rivera: Someone;
  let klass: Awaited<ReturnType<typeof makeClass>>["klass"];
  let students: Someone[];
  beforeAll(async () => {
    ({ rivera, klass } = await makeClass());
    students = [];
    for (const name of ["Zebulon", "Xanthippe", "Quirin"]) students.push(await makeStudent(klass, name));
  });

  const taught = async (id: string) => taughtAssignment(await asks(rivera, { assignment: id }));
  const given = async (rules: Parameters<typeof give>[3] = {}) =>
    give(rivera, klass, await makeQuiz([draft(), draft(), essay()]), rules);
  const mine = async (student: Someone | undefined, id: string) =>
    myAssignment(await asks(student as Someone, { assignment: id }));
  const votes = async (student: Someone | undefined, id: string, letter: string | null) => {
    const assignment = await mine(student, id);
    const form = new FormData();
    if (letter) form.set("q1", letter);
    return vote(assignment, (await askedNow(assignment))?.round ?? "", form);
  };
  const wall = async (id: string, look: Partial<Parameters<typeof projected>[1]> = {}) =>
    projected(await taught(id), { question: 1, running: false, show: false, ...look });
  const counted = (bars: { label: string; count: number }[] | null | undefined) =>
    bars && Object.fromEntries(bars.map(({ label, count }) => [label.slice(-1), count]));

  it("is one at a time, also when two are opened at once, and never on what a person has to mark", async () => {
    const { id } = await given();
    const [first, second, written] = await onTheWall(await taught(id));
    const outcomes = await Promise.all(
      [first, second, first].map(async (one) => openRound(await taught(id), one?.version ?? "")),
    );
    expect(outcomes.sort()).toEqual(["another is open", "another is open", "open"]);
    await closeRound(await taught(id));
    expect(await openRound(await taught(id), written?.version ?? "")).toBe("not to vote on");
    const other = await given();
    const [strange] = await onTheWall(await taught(other.id));
    expect(await openRound(await taught(id), strange?.version ?? "")).toBe("not to vote on");
  });

  it("keeps the newest answer of each, counts nobody after it closed, and stands beside the next one", async () => {
    const { id } = await given();
    const [first] = await onTheWall(await taught(id));
    expect(await votesFor(students[0] as Someone)).toEqual([]);
    await openRound(await taught(id), first?.version ?? "");
    expect((await votesFor(students[0] as Someone)).map(({ assignment }) => assignment)).toContain(id);
    expect(await votes(students[0], id, null)).toBe("no answer");
    expect(await votes(students[0], id, "a")).toBe("kept");
    expect(await votes(students[0], id, "b")).toBe("kept");
    expect(await votes(students[1], id, "b")).toBe("kept");
    expect(await votes(students[2], id, "c")).toBe("kept");
    const round = (await askedNow(await mine(students[0], id)))?.round ?? "";
    expect((await askedNow(await mine(students[0], id)))?.question.response).toEqual({ v: 1, chosen: ["b"] });
    const open = await wall(id, { show: true });
    expect(open?.rounds).toEqual([{ number: 1, open: true, tally: { answers: 3, bars: null, typed: false } }]);
    expect([open?.answer, open?.refused]).toEqual([null, "The class is voting on it. Close the vote first."]);
    await closeRound(await taught(id));
    const late = new FormData();
    late.set("q1", "a");
    expect(await vote(await mine(students[0], id), round, late)).toBe("closed");
    await openRound(await taught(id), first?.version ?? "");
    for (const student of students) await votes(student, id, "a");
    await closeRound(await taught(id));
    expect((await wall(id))?.rounds.map(({ number, tally }) => [number, counted(tally.bars)])).toEqual([
      [1, { a: 0, b: 2, c: 1 }],
      [2, { a: 3, b: 0, c: 0 }],
    ]);
  });

  it("puts on the wall what was handed in, what is under way only when asked, and nothing below three", async () => {
    const { id } = await given();
    await handIn(students[0] as Someone, { id }, ["a"]);
    await handIn(students[1] as Someone, { id }, ["a"]);
    await work(students[2] as Someone, { id }, ["b"]);
    expect((await wall(id))?.tally).toEqual({ answers: 2, bars: null, typed: false });
    expect(counted((await wall(id, { running: true }))?.tally.bars)).toEqual({ a: 2, b: 1, c: 0 });
    const all = JSON.stringify(await Promise.all([1, 2, 3].map((question) => wall(id, { question, running: true }))));
    for (const { name, id: person } of students)
      expect([all.includes(name), all.includes(person)]).toEqual([false, false]);
  });

  it("keeps the key off the wall while it is held back from somebody of the class, and says so", async () => {
    const { id, title } = await given({ keyWhen: "submit" });
    await handIn(students[0] as Someone, { id }, ["a"]);
    await handIn(students[1] as Someone, { id }, ["a"]);
    const early = await wall(id, { show: true });
    expect(early?.answer).toBeNull();
    expect(early?.refused).toContain(`“${title}” keeps its answers back from one student`);
    await handIn(students[2] as Someone, { id }, ["b"]);
    const shown = await wall(id, { show: true });
    expect([shown?.refused, shown?.answer?.words]).toEqual([null, "Letter a"]);
    expect(shown?.tally.bars?.filter(({ right }) => right).map(({ label }) => label)).toEqual(["Letter a"]);
    expect((await wall(id))?.answer).toBeNull();
  });
});
