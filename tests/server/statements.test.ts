import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setPassword, signUp } from "~/models/account.server";
import { type FilledClass, fill } from "../bench/fill";
import { type Asking, type Counted, CountedVisitor, startCounted, studentOf } from "../counted/counted";
import { visitAll } from "../counted/visits";

/**
 * How many statements one request may send to Postgres, its beginnings and ends of transactions among them. Each is what it
 * took when this was written: who asks for more says here why, who needs less takes the limit down.
 */
const limits: Record<string, number> = {
  "home, for a stranger": 3,
  "home, for a guest": 5,
  "home, for a student": 8,
  "section, for a stranger": 1,
  "section, for a guest": 4,
  "section, for a student": 6,
  "lab, for a stranger": 2,
  "lab, for a student": 6,
  "own page": 13,
  "page before, practice": 4,
  "page before, assigned": 8,
  "start, practice": 8,
  "start, assigned": 8,
  "attempt page, practice": 3,
  "attempt page, assigned": 3,
  "other pages, practice": 3,
  "other pages, assigned": 3,
  "save, practice": 2,
  "save, assigned": 2,
  "summary, practice": 3,
  "summary, assigned": 3,
  "hand in, practice": 7,
  "hand in, assigned": 7,
  "review, practice": 5,
  "review, assigned": 8,
  "the desk": 4,
  class: 7,
  gradebook: 8,
  results: 15,
  "item analysis": 9,
  questions: 13,
  "live view": 5,
  "live rows": 4,
};

const password = "a long enough password";
/** `beside`: further classes of the same teacher. */
const sizes = {
  few: { students: 3, questions: 5, beside: 0, practice: "/quizzes/lab-practice" },
  many: { students: 30, questions: 50, beside: 10, practice: "/quizzes/prism-and-upstream" },
};
type Size = keyof typeof sizes;

describe("a request", () => {
  const made: Record<string, FilledClass> = {};
  const asked = {} as Record<Size, Record<string, Asking>>;
  let counted: Counted;

  beforeAll(async () => {
    counted = await startCounted(fillBoth);
    for (const size of ["few", "many"] as const) {
      const [done, running] = [made[`${size} done`], made[`${size} running`]] as [FilledClass, FilledClass];
      const { practice } = sizes[size];
      const scene = { done, running, practice, teacher: `teacher ${size}`, student: `student ${size}`, password };
      asked[size] = await visitAll(counted, scene);
    }
  });
  afterAll(async () => {
    await counted?.stop();
    expect(counted?.output()).toBe("");
  });

  it("asks the database no more often than its limit says", () => {
    expect(Object.keys(asked.few).sort()).toEqual(Object.keys(limits).sort());
    const over = Object.entries(asked.few).flatMap(([name, { statements, status }]) =>
      statements.length > (limits[name] as number) || status >= 400
        ? [[name, status, statements.length, ...statements.map(({ text }) => text.replace(/\s+/g, " ").slice(0, 120))]]
        : [],
    );
    expect(over).toEqual([]);
  });

  it("asks as often with ten times the students, questions and classes", () => {
    expect(counts(asked.many)).toEqual(counts(asked.few));
  });

  it("asks nothing for a page that is kept, but now and then which course is stored", async () => {
    const stranger = new CountedVisitor(counted);
    const asked = [];
    for (const address of ["/", "/lab", "/lessons/in-transit-and-at-rest"])
      for (const which of ["drawn", "kept", "kept"]) {
        await stranger.get(address);
        if (which === "kept") asked.push(...(stranger.askings.at(-1) as Asking).statements);
      }
    expect(asked.filter(({ text }) => !/^\s*select .* from "course_syncs"$/.test(text))).toEqual([]);
    expect(stranger.page.headers.get("ETag")).not.toBeNull();
  });

  async function fillBoth(): Promise<void> {
    const plans = [];
    for (const [size, { students, questions, beside }] of Object.entries(sizes)) {
      const teacher = await signUp(null, { name: "A teacher", login: `teacher ${size}`, password, teach: true });
      if (typeof teacher === "string") throw new Error(teacher);
      const plan = { teacher: teacher.id, students, questions, goes: 1, running: false };
      plans.push({ ...plan, name: `${size} done` }, { ...plan, name: `${size} running`, running: true });
      plans.push(...Array.from({ length: beside }, (_, n) => ({ ...plan, students: 1, name: `${size} ${n}` })));
    }
    for (const one of await fill(plans)) made[one.name] = one;
    for (const size of Object.keys(sizes))
      await setPassword(studentOf(made[`${size} running`]?.class as string, 3), `student ${size}`, password);
  }
});

const counts = (asked: Record<string, Asking>) =>
  Object.fromEntries(Object.entries(asked).map(([name, { statements }]) => [name, statements.length]));
