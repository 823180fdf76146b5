import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rows } from "~/db.server";
import { gradebook } from "~/models/gradebook.server";
import { override, takeBack } from "~/models/mark-override.server";
import { mark } from "~/models/marking.server";
import { dryRun, type RepairDraft, repair, undoRepair } from "~/models/repair.server";
import { submit } from "~/models/submission.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { essay, give, handIn, makeClass, makeMixedQuiz, makeStudent, opened, work } from "./teaching";

const key = (letter: string) => ({ v: 1, right: [letter] });
const fix = (more: Partial<RepairDraft>): RepairDraft => ({
  kind: "accept",
  key: null,
  neverLower: false,
  note: "The question could be read in two ways.",
  ...more,
});
const fixes: [string, RepairDraft][] = [
  ["accepting another answer", fix({ key: key("b") })],
  ["a new key", fix({ kind: "key", key: key("b") })],
  ["a new key that never lowers", fix({ kind: "key", key: key("b"), neverLower: true })],
  ["full marks for all", fix({ kind: "full marks" })],
  ["dropping it", fix({ kind: "drop" })],
];

describe.each(engines)("fixing a question on %s", (engine) => {
  withStore(engine);

  type Assignment = Awaited<ReturnType<typeof give>>;

  /** Everything that says what an attempt is worth, to the last digit. */
  const worth = (of: Assignment) =>
    rows<{ id: string }>(sql`
      select t.id, t.state, t.score::text as score, t.max_score::text as max, t.submitted_at::text as at,
        json_agg(json_build_array(s.slot, s.weight::text, r.fraction::text, r.score::text, r.response, r.made_at::text) order by s.slot)::text as slots
      from attempts t join attempt_slots s on s.attempt_id = t.id left join responses r on r.attempt_id = t.id and r.slot = s.slot
      where t.assignment_id = ${of.id}::uuid group by t.id order by t.id`);
  const versionOf = async (of: Assignment, slot = 1) =>
    (
      await rows<{ id: string }>(sql`select v.id from quiz_slots s join item_versions v on v.item_id = s.item_id
        where s.quiz = ${of.quiz} and s.position = ${slot} order by v.version desc limit 1`)
    )[0]?.id as string;
  const commit = async (of: Assignment, version: string, how: RepairDraft) =>
    repair(of, version, how, (await dryRun(of, version, how)).name);

  /** A thousand students who answered a, b, c or nothing to two questions of 3 points; every third mark is a person's. */
  async function thousand() {
    const { rivera, klass } = await makeClass();
    const of = await give(rivera, klass, await makeQuiz([draft(), draft()], 3));
    await rows(
      sql`insert into people (id, name) select gen_random_uuid(), ${of.id}::text || n from generate_series(1, 1000) n`,
    );
    await rows(sql`insert into enrolments (class_id, person_id, role, name, name_key)
      select ${klass.id}::uuid, id, 'student', name, name from people where name like ${`${of.id}%`}`);
    await rows(sql`insert into attempts (id, person_id, quiz, assignment_id, class_id, number, state, seed, grace_seconds, submitted_at, score, max_score)
      select gen_random_uuid(), id, ${of.quiz}, ${of.id}::uuid, ${klass.id}::uuid, 1, 'marked', 1, 30, now(), 0, 6
      from people where name like ${`${of.id}%`}`);
    await rows(sql`insert into attempt_slots (attempt_id, slot, place, item_version_id, weight)
      select t.id, q.position, q.position, v.id, 3 from attempts t join quiz_slots q on q.quiz = t.quiz join item_versions v on v.item_id = q.item_id
      where t.assignment_id = ${of.id}::uuid`);
    await rows(sql`insert into responses (attempt_id, slot, response, made_at, client, seq, fraction, score)
      select t.id, s.slot, case when n % 4 < 3 then json_build_object('v', 1, 'chosen', array[substr('abc', (n % 4)::int + 1, 1)]) end,
        now(), 'page', 1, case when n % 4 = 0 then 1 else 0 end, case when n % 4 = 0 then 3 else 0 end
      from (select id, row_number() over (order by id) as n from attempts where assignment_id = ${of.id}::uuid) t
      join attempt_slots s on s.attempt_id = t.id`);
    await rows(
      sql`update attempts t set score = (select sum(score) from responses r where r.attempt_id = t.id) where t.assignment_id = ${of.id}::uuid`,
    );
    return { rivera, klass, of, version: await versionOf(of) };
  }

  describe("in a thousand attempts", () => {
    let school: Awaited<ReturnType<typeof thousand>>;
    let before: Awaited<ReturnType<typeof worth>>;
    beforeAll(async () => {
      school = await thousand();
      const [first] = await rows<{ id: string }>(
        sql`select attempt_id as id from responses r join attempts t on t.id = r.attempt_id
          where t.assignment_id = ${school.of.id}::uuid and r.slot = 1 and r.response is null order by 1 limit 1`,
      );
      await override(await opened(school.rivera, first?.id as string), 1, { score: 1.1, reason: "Told me in class." });
      before = await worth(school.of);
      expect(before).toHaveLength(1000);
    });

    it.each(fixes)("does what the dry run of %s said, and its undo restores every mark and score", async (_, how) => {
      const { of, version } = school;
      const told = await dryRun(of, version, how);
      expect(await worth(of)).toEqual(before);
      expect(told.effects).toHaveLength(1000);
      expect(await repair(of, version, how, told.name)).toEqual({ outcome: "repaired", plan: told });
      const stored = await rows<{ id: string; score: number; total: number; max: number }>(sql`
        select t.id, r.score::float8 as score, t.score::float8 as total, t.max_score::float8 as max
        from attempts t join responses r on r.attempt_id = t.id and r.slot = 1 where t.assignment_id = ${of.id}::uuid order by t.id`);
      const said = told.effects
        .map(({ attemptId, score, total, max }) => ({
          id: attemptId,
          score: score.new,
          total: total.new,
          max: max.new,
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(stored).toEqual(said);
      if (how.neverLower || how.kind === "accept" || how.kind === "full marks")
        expect(told.effects.filter(({ score }) => (score.new ?? 0) < (score.old ?? 0))).toEqual([]);
      expect(await undoRepair(of, version)).toBe("undone");
      expect(await worth(of)).toEqual(before);
      expect(await undoRepair(of, version)).toBe("nothing to undo");
    });

    it("changes nothing when something goes wrong in the middle", async () => {
      const { of, version } = school;
      const how = fix({ kind: "full marks" });
      const { name } = await dryRun(of, version, how);
      // The last of those that would change: most of the work is done when it is refused.
      const last = before.at(-2)?.id as string;
      const history = () =>
        rows(
          sql`select count(*) from marks m join attempts t on t.id = m.attempt_id where t.assignment_id = ${of.id}::uuid`,
        );
      const written = await history();
      await rows(
        sql`create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`,
      );
      await rows(
        sql.raw(
          `create trigger refuse before update on attempts for each row when (old.id = '${last}') execute function refuse()`,
        ),
      );
      await expect(repair(of, version, how, name)).rejects.toMatchObject({ cause: { message: "refused" } });
      await rows(sql`drop trigger refuse on attempts`);
      expect(await worth(of)).toEqual(before);
      expect(await history()).toEqual(written);
      expect(await undoRepair(of, version)).toBe("nothing to undo");
    });

    it("shows others all marks as before or all as after, never some of each", async () => {
      const { of, version } = school;
      const how = fix({ kind: "full marks" });
      const { name } = await dryRun(of, version, how);
      const seen = new Set<number>();
      let done = false;
      const watching = (async () => {
        while (!done)
          for (const { full } of await rows<{ full: number }>(sql`select count(*)::int as full from responses r
            join attempts t on t.id = r.attempt_id where t.assignment_id = ${of.id}::uuid and r.slot = 1 and r.fraction = 1`))
            seen.add(full);
      })();
      await repair(of, version, how, name);
      done = true;
      await watching;
      expect(seen.size).toBeGreaterThan(0);
      expect([...seen].filter((full) => full !== 250 && full !== 1000)).toEqual([]);
      await undoRepair(of, version);
    });
  });

  it("does nothing when the effect is another one than was agreed to", async () => {
    const { rivera, klass } = await makeClass();
    const of = await give(rivera, klass, await makeQuiz());
    await handIn(await makeStudent(klass, "Ana"), of, ["b"]);
    const version = await versionOf(of);
    const how = fix({ key: key("b") });
    const { name } = await dryRun(of, version, how);
    await handIn(await makeStudent(klass, "Ben"), of, ["b"]);
    const { outcome, plan } = await repair(of, version, how, name);
    expect([outcome, plan.effects.length]).toEqual(["other effect", 2]);
    expect((await gradebook(klass)).students).toMatchObject([{ cells: [{ score: 0 }] }, { cells: [{ score: 0 }] }]);
  });

  it("marks who is still at work, and who starts later, by the corrected question", async () => {
    const { rivera, klass } = await makeClass();
    const item = draft();
    const of = await give(rivera, klass, await makeQuiz([item, draft()], 2));
    const atIt = await work(await makeStudent(klass, "Ana"), of, ["b", "a"]);
    const version = await versionOf(of);
    await commit(of, version, fix({ kind: "key", key: key("b") }));
    await submit({ id: atIt });
    const ben = await makeStudent(klass, "Ben");
    await handIn(ben, of, ["b", "a"]);
    await handIn(await makeStudent(klass, "Cleo"), of, ["a", "a"]);
    const scores = async () =>
      (await gradebook(klass)).students.map(
        ({ cells: [cell] }) => cell?.state === "marked" && `${cell.score} of ${cell.max}`,
      );
    expect(await scores()).toEqual(["4 of 4", "4 of 4", "2 of 4"]);
    await commit(of, version, fix({ kind: "drop" }));
    expect(await scores()).toEqual(["2 of 2", "2 of 2", "2 of 2"]);
    await handIn(await makeStudent(klass, "Dan"), of, ["a", "b"]);
    expect(await scores()).toEqual(["2 of 2", "2 of 2", "2 of 2", "0 of 2"]);
    await undoRepair(of, version);
    await undoRepair(of, version);
    expect(await scores()).toEqual(["2 of 4", "2 of 4", "4 of 4", "2 of 4"]);
  });

  it("leaves what a person marked, but for full marks and for dropping, which are for all", async () => {
    const { rivera, klass } = await makeClass();
    const of = await give(rivera, klass, await makeMixedQuiz());
    const id = await handIn(await makeStudent(klass, "Ana"), of, ["b", "Some words"]);
    const waiting = await handIn(await makeStudent(klass, "Ben"), of, ["b", "Other words"]);
    const attempt = await opened(rivera, id);
    await override(attempt, 1, { score: 1, reason: "Half a reason." });
    await mark(attempt, 2, { score: 2.5, comment: "Clear." });
    const before = await worth(of);
    const [first, second] = [await versionOf(of, 1), await versionOf(of, 2)];
    const told = await dryRun(of, first, fix({ kind: "key", key: key("b") }));
    expect(told.effects).toMatchObject([
      { student: "Ana", byHand: true, score: { old: 1, new: 1 } },
      { student: "Ben", byHand: false, score: { old: 0, new: 4 }, total: { old: null, new: null } },
    ]);
    await commit(of, second, fix({ kind: "full marks" }));
    const [ana, ben] = (await gradebook(klass)).students.map(({ cells }) => cells[0]);
    expect([ana, ben]).toMatchObject([
      { state: "marked", score: 5 },
      { state: "marked", score: 4 },
    ]);
    await undoRepair(of, second);
    expect(await worth(of)).toEqual(before);
    await commit(of, second, fix({ kind: "drop" }));
    expect(await mark(await opened(rivera, waiting), 2, { score: 1, comment: "" })).toBe("out of range");
    await undoRepair(of, second);
    expect(await worth(of)).toEqual(before);
  });

  it("gives an override taken back the mark of the corrected question, and undo the one of the old", async () => {
    const { rivera, klass } = await makeClass();
    const of = await give(rivera, klass, await makeQuiz([draft(), essay()], 2));
    const id = await handIn(await makeStudent(klass, "Ana"), of, ["b", null]);
    const attempt = await opened(rivera, id);
    const version = await versionOf(of);
    const scores = async () =>
      (await gradebook(klass)).students.map(({ cells: [cell] }) => cell?.state === "marked" && cell.score);
    await override(attempt, 1, { score: 1, reason: "Half right." });
    await commit(of, version, fix({ key: key("b") }));
    expect(await scores()).toEqual([1]);
    expect(await takeBack(attempt, 1)).toBe("taken back");
    expect(await scores()).toEqual([2]);
    await undoRepair(of, version);
    expect(await scores()).toEqual([0]);
  });
});
