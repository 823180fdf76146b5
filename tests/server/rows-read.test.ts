import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setPassword, signUp } from "~/models/account.server";
import { type FilledClass, fill } from "../bench/fill";
import { type Asking, type Counted, signIn, startCounted, studentOf } from "../counted/counted";
import { explainAll } from "../counted/overheard";
import { readWhole, rowsRead } from "../counted/plans";
import { sendAnswer } from "../playing";

const [students, questions] = [20, 10];
/** The most rows that one request may go through, in what belongs to who asks: nothing of the neighbours. */
const limits: Record<string, number> = {
  // Without the ways that are closed below, each student's work is now and then looked for among that of the class.
  gradebook: 3 * students * questions + students * students,
  results: 6 * students * questions,
  "item analysis": 3 * students * questions,
  questions: 7 * students * questions,
  mastery: 3 * students * questions,
  misconceptions: 3 * students * questions + 2 * students,
  "own page": 5 * students + questions,
  "live rows, the first time": 3 * students * questions,
  "live rows after an answer": 10 * students,
  "attempt page": 2 * students + 6 * questions,
  save: 20,
};
/** A connection plans a statement once (`onePlan`); left to itself Postgres may take another plan from the sixth time on. */
const times = 7;
const password = "a long enough password";
/**
 * In a database of this size a table read whole is often the fastest way, and which one it is differs from version to
 * version. Without the ways that do so each plan is the one of a large installation, or shows that there is none. Such plans
 * are thought dear, and Postgres would compile each of them for seconds.
 */
const asIfLarge = [
  ...explainAll,
  ...["seqscan", "hashjoin", "mergejoin"].map((way) => `enable_${way} = off`),
  "jit = off",
];

describe.each([200, 2000])("beside %i other classes", (neighbours) => {
  const made: Record<string, FilledClass> = {};
  const asked: Record<string, Asking[]> = {};
  let counted: Counted;

  beforeAll(async () => {
    counted = await startCounted(fillSchool, asIfLarge);
    const { done, running } = made as { done: FilledClass; running: FilledClass };
    const teacher = await signIn(counted, "teacher", password);
    const student = await signIn(counted, "student", password);
    const learner = await signIn(counted, "learner", password);
    const keep = (name: string, asking: Asking) => {
      asked[name] = [...(asked[name] ?? []), asking];
    };
    const results = `/teach/assignments/${done.assignment}`;
    const live = `/teach/assignments/${running.assignment}/live/rows`;
    keep("live rows, the first time", await teacher.again(live));
    await student.get(`/assignments/${running.assignment}`);
    await student.submit(/^(Start|Go on|Continue)/);
    const attempt = new URL(student.page.url).pathname.split("/").slice(0, 3).join("/");
    for (let time = 0; time < times; time++) {
      keep("gradebook", await teacher.again(`/teach/classes/${done.class}/gradebook`));
      keep("results", await teacher.again(results));
      keep("item analysis", await teacher.again(`${results}/items`));
      keep("questions", await teacher.again(`${results}/questions`));
      keep("mastery", await teacher.again(`/teach/classes/${done.class}/mastery`));
      keep("misconceptions", await teacher.again(`/teach/classes/${done.class}/misconceptions`));
      keep("own page", await learner.again("/me"));
      keep("attempt page", await student.again(attempt));
      await sendAnswer(student, attempt, `counted-page-${time}`, 1, time % 2 ? "a" : "b");
      keep("save", student.last("POST /attempts/:id/answers"));
      await teacher.get(live);
      keep("live rows after an answer", teacher.askings.at(-1) as Asking);
    }
  });
  afterAll(() => counted?.stop());

  it("reads no more rows than belong to who asks, however often it is asked", () => {
    expect(Object.keys(asked).sort()).toEqual(Object.keys(limits).sort());
    const over = Object.entries(asked).flatMap(([name, askings]) =>
      askings.flatMap(({ plans, status, statements }) => {
        const read = rowsRead(plans);
        const sum = Object.values(read).reduce((one, other) => one + other, 0);
        const sound = status === 200 && sum > 0 && plans.length >= statements.length;
        return sound && sum <= (limits[name] as number) ? [] : [{ name, status, sum, read }];
      }),
    );
    expect(over).toEqual([]);
  });

  it("never reads a table of people or their work from one end to the other", () => {
    const whole = Object.entries(asked).flatMap(([name, askings]) =>
      askings.flatMap(({ plans }) => readWhole(plans).map((table) => `${name}: ${table}`)),
    );
    expect([...new Set(whole)]).toEqual([]);
  });

  async function fillSchool(): Promise<void> {
    const [teacher, other] = await Promise.all(
      ["teacher", "other"].map((login) => signUp(null, { name: "A teacher", login, password, teach: true })),
    );
    if (typeof teacher !== "object" || typeof other !== "object") throw new Error("Nobody teaches.");
    const mine = { teacher: teacher.id, students, questions, goes: 1, running: false };
    const theirs = { ...mine, teacher: other.id, students: 4, questions: 4 };
    const plans = [
      { ...mine, name: "done" },
      { ...mine, name: "running", running: true },
      ...Array.from({ length: neighbours }, (_, n) => ({ ...theirs, name: `beside ${n}` })),
    ];
    for (const one of await fill(plans)) made[one.name] = one;
    await setPassword(studentOf(made.running?.class as string, 1), "student", password);
    await setPassword(studentOf(made.done?.class as string, 1), "learner", password);
  }
});
