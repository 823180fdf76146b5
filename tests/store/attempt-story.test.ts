import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rows } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { timeline } from "~/models/attempt-timeline.server";
import { lessonReport } from "~/models/lesson-report.server";
import { markOpened, markRead } from "~/models/reading.server";
import { submit } from "~/models/submission.server";
import { answer, draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { give, hours, makeClass, makeStudent, opened, work } from "./teaching";

describe.each(engines)("what is told of an attempt and of a lesson on %s", (engine) => {
  withStore(engine);

  it("tells each change of an answer in the order it was made, late and uncounted ones too", async () => {
    const { rivera, klass } = await makeClass();
    const assignment = await give(rivera, klass, await makeQuiz([draft(), draft()]), { dueAt: hours(-1) });
    const attempt = await work(await makeStudent(klass, "Ana"), assignment, ["a"]);
    await save({ id: attempt }, "page", [answer(1, "b", { seq: 2 })]);
    await save({ id: attempt }, "page", [answer(1, null, { seq: 3 })]);
    await submit({ id: attempt });
    await save({ id: attempt }, "page", [answer(2, "c", { seq: 4 })]);
    const { events, hints } = await timeline(await opened(rivera, attempt));
    expect(events.map(({ kind }) => kind)).toEqual([
      "started",
      "answered",
      "answered",
      "answered",
      "handed in",
      "answered",
    ]);
    expect(events.filter(({ kind }) => kind === "answered")).toMatchObject([
      { slot: 1, answer: "Letter a", counted: true, late: true },
      { slot: 1, answer: "Letter b", counted: true },
      { slot: 1, answer: "", counted: true },
      { slot: 2, answer: "Letter c", counted: false },
    ]);
    expect(hints).toEqual([]);
  });

  it("counts who opened and finished each section, how long they took, and first answers that were wrong", async () => {
    const { rivera, klass } = await makeClass();
    const check = draft({ id: `T.${klass.id}` });
    await makeQuiz([check]);
    const lesson = `lesson-${klass.id}`;
    const tree = {
      type: "root",
      children: [{ type: "element", tagName: "kh-check", properties: { id: check.id }, children: [] }],
    };
    const front = JSON.stringify({ title: "A lesson", was: { old: "one" } });
    await rows(
      sql`insert into lessons (slug, number, version, hash, front, live) values (${lesson}, 99, 1, 'h', ${front}::text::jsonb, true)`,
    );
    await rows(
      sql`insert into lesson_versions (lesson, version, hash, front) values (${lesson}, 1, 'h', ${front}::text::jsonb)`,
    );
    for (const [position, slug] of ["one", "two"].entries())
      await rows(sql`insert into sections (lesson, version, position, slug, heading, tree)
        values (${lesson}, 1, ${position + 1}, ${slug}, ${`Section ${slug}`}, ${JSON.stringify(position === 0 ? tree : { type: "root", children: [] })}::text::jsonb)`);
    const given = await give(rivera, klass, await makeQuiz());
    const assignment = { ...given, lesson };
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    await markOpened(ana, { slug: lesson }, "one");
    await markOpened(ana, { slug: lesson }, "one");
    await markOpened(ben, { slug: lesson }, "old");
    await markRead(ana, { slug: lesson }, "one");
    await rows(
      sql`update section_openings set opened_at = now() - interval '4 minutes' where person_id = ${ana.id}::uuid`,
    );
    for (const [index, chosen] of ["b", "a"].entries())
      await rows(sql`insert into lesson_answers (id, person_id, lesson, block, kind, value, made_at)
        values (gen_random_uuid(), ${ana.id}::uuid, ${lesson}, ${check.id}, 'check',
          ${JSON.stringify({ v: 1, version: 1, response: { v: 1, chosen: [chosen] } })}::text::jsonb, now() + ${index} * interval '1 s')`);
    expect(await lessonReport(assignment)).toMatchObject({
      students: 2,
      sections: [
        { slug: "one", opened: 2, finished: 1, minutes: expect.closeTo(4, 0), checks: [{ answered: 1, wrong: 1 }] },
        { slug: "two", opened: 0, finished: 0, minutes: null, checks: [] },
      ],
    });
    expect(await lessonReport(given)).toBeNull();
  });
});
