import type { Visitor } from "../visitor";
import { rowsIn } from "./measure";
import { saveSomething } from "./saving";
import type { School } from "./school";

/** Who asks in one database, and for what. */
export type Askers = { school: School; teacher: Visitor; student: Visitor; saver: Visitor };
/** What a student or a teacher does again and again. `batch`: so often between two looks at the clock of the CPU. */
export type GrowthPath = { name: string; batch: number; ask(askers: Askers): Promise<void> };

/** The paths that must cost the same however much others have stored. */
export function growthPaths(): GrowthPath[] {
  const known = new WeakMap<Askers, string[]>();
  const page = (
    name: string,
    as: "teacher" | "student" | "saver",
    address: (school: School) => string,
  ): GrowthPath => ({
    name,
    batch: 10,
    ask: async (askers) => void (await read(askers[as], address(askers.school))),
  });
  return [
    { name: "save one answer", batch: 40, ask: ({ saver, school }) => saveSomething(saver, school.attempt, questions) },
    page("attempt page", "saver", ({ attempt }) => attempt),
    page("a student's own page", "student", () => "/me"),
    page("gradebook", "teacher", ({ done }) => `/teach/classes/${done.class}/gradebook`),
    page("results", "teacher", ({ done }) => `/teach/assignments/${done.assignment}`),
    page("item analysis", "teacher", ({ done }) => `/teach/assignments/${done.assignment}/items`),
    page("misconceptions", "teacher", ({ done }) => `/teach/classes/${done.class}/misconceptions`),
    page("mastery", "teacher", ({ done }) => `/teach/classes/${done.class}/mastery`),
    page("class page", "teacher", ({ done }) => `/teach/classes/${done.class}`),
    {
      name: "save and live tick",
      batch: 20,
      async ask(askers) {
        const { teacher, saver, school } = askers;
        await saveSomething(saver, school.attempt, questions);
        const rows = `/teach/assignments/${school.running.assignment}/live/rows`;
        known.set(askers, rowsIn(await read(teacher, `${rows}?known=${known.get(askers)?.join(".") ?? ""}`)));
      },
    },
  ];
}

/** Of the classes in which growth is measured, and of those beside them. */
export const questions = 20;

async function read(by: Visitor, address: string): Promise<string> {
  const answer = await by.fetch(address);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}: ${text.slice(0, 200)}`);
  return text;
}
