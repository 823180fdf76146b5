import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import type { Cell } from "~/models/cell";
import { type Gradebook, gradebook } from "~/models/gradebook.server";
import { mark } from "~/models/marking.server";
import { submit } from "~/models/submission.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { recomputed } from "./recomputed";
import { essay, give, hours, makeClass, makeStudent, opened, type Someone, work } from "./teaching";

const counts = ["highest", "latest", "first"] as const;
/** What one student does next with one assignment; what cannot be done then is not done. */
const step = fc.record({
  who: fc.nat(29),
  which: fc.nat(2),
  what: fc.constantFrom("answer" as const, "answer" as const, "hand in" as const, "hand in" as const, "mark" as const),
  slot: fc.integer({ min: 1, max: 3 }),
  answer: fc.constantFrom("a", "b", null),
});

describe.each(engines)("the gradebook while thirty students write, on %s", (engine) => {
  withStore(engine);
  let rivera: Someone;
  let klass: Awaited<ReturnType<typeof makeClass>>["klass"];
  let given: Awaited<ReturnType<typeof give>>[];
  let students: Someone[];
  beforeAll(async () => {
    ({ rivera, klass } = await makeClass());
    const quiz = await makeQuiz([draft(), draft(), essay()], 0.7);
    given = [];
    for (const [index, rule] of counts.entries())
      given.push(
        await give(rivera, klass, quiz, { attemptsAllowed: 9, counts: rule, ...(index === 1 && { dueAt: hours(-1) }) }),
      );
    students = [];
    for (let n = 0; n < 30; n++) students.push(await makeStudent(klass, `Student ${n}`));
  });

  it("equals a recomputation from the responses, whatever they did at the same time", async () => {
    const seen: Gradebook[] = [];
    const last = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
        const going = steps.map((one) => play(one, last));
        seen.push(await gradebook(klass));
        await Promise.all(going);
        const book = await gradebook(klass);
        expect(linesOf(book)).toEqual(await recomputed(klass.id));
      }),
      { numRuns: 12, seed: 5 },
    );
    await throughout(seen);
  });

  /** One student's steps at one assignment follow each other; everybody else's happen meanwhile. */
  const queues = new Map<string, Promise<void>>();
  function play(
    one: { who: number; which: number; what: string; slot: number; answer: string | null },
    last: Map<string, string>,
  ) {
    const key = `${one.who} ${one.which}`;
    const next = (queues.get(key) ?? Promise.resolve()).then(() => act(one, key, last));
    queues.set(key, next);
    return next;
  }

  async function act(
    { who, which, what, slot, answer }: Parameters<typeof play>[0],
    key: string,
    last: Map<string, string>,
  ) {
    const [student, assignment] = [students[who] as Someone, given[which] as (typeof given)[number]];
    const open = last.get(key);
    if (what === "mark") {
      const [waiting] = await rows<{
        id: string;
      }>(sql`select id from attempts where state = 'submitted' and person_id = ${student.id}::uuid
        and assignment_id = ${assignment.id}::uuid limit 1`);
      if (waiting) await mark(await opened(rivera, waiting.id), 3, { score: 0.35, comment: "" });
    } else if (!open) {
      const [used] = await rows<{ n: number }>(
        sql`select count(*)::int as n from attempts where person_id = ${student.id}::uuid and assignment_id = ${assignment.id}::uuid`,
      );
      if ((used?.n ?? 0) < 9)
        last.set(key, await work(student, assignment, [answer, null, slot === 3 ? "Some words" : null]));
    } else if (what === "answer") {
      const response =
        slot === 3 ? answer && { v: 1, text: `Because ${answer}` } : answer && { v: 1, chosen: [answer] };
      await save({ id: open }, "page", [{ slot, seq: Math.floor(performance.now() * 1000), ageMs: 0, response }]);
    } else {
      await submit({ id: open });
      last.delete(key);
    }
  }

  /** Nothing that is complete changes by itself: whatever was read as marked meanwhile is what its responses come to. */
  async function throughout(books: Gradebook[]) {
    const sums = await rows<{ id: string; score: number }>(
      sql`select attempt_id as id, sum(score)::float8 as score from responses group by attempt_id`,
    );
    const sumOf = new Map(sums.map(({ id, score }) => [id, score]));
    const cells = books.flatMap(({ students }) => students.flatMap(({ cells }) => cells));
    const marked = cells.flatMap((cell) => (cell.state === "marked" ? [cell] : []));
    expect(marked.length).toBeGreaterThan(20);
    for (const { attempt, score } of marked) expect(score).toBe(sumOf.get(attempt.id));
  }
});

function linesOf({ assignments, students }: Gradebook): Map<string, string> {
  return new Map(
    assignments.flatMap(({ id }, index) =>
      students.map(({ personId, cells }): [string, string] => [`${id} ${personId}`, lineOf(cells[index] as Cell)]),
    ),
  );
}

function lineOf(cell: Cell): string {
  const late = "attempt" in cell && cell.attempt.late ? " late" : "";
  if (cell.state === "marked") return `marked ${cell.attempt.id} ${cell.score}${late}`;
  if (cell.state === "waiting") return `waiting ${cell.attempt.id} ${cell.soFar}${late}`;
  return cell.state === "in progress" ? `in progress ${cell.answered}` : cell.state;
}
