import { type SQL, sql } from "drizzle-orm";
import type { SeenClass } from "~/access/rights";
import { rows } from "~/db.server";
import { placesToRead, type ReadOn } from "./lesson.server";
import { type Level, levelOf, levels, type Tally } from "./mastery";
import type { Sureness } from "./question-report.server";
import { closeAllOver } from "./submission.server";

export type MasteredObjective = { id: string; statement: string; lesson: string; level: Level } & Tally;

/** One question as a class has answered it, each student by their newest answer. */
export type MissedQuestion = { item: string; stem: string; share: number; answers: number; read: ReadOn | null };

/** One objective as a class stands to it: who is where, and the questions that cost most, the worst first. */
export type ClassObjective = {
  id: string;
  statement: string;
  students: Record<Level, { personId: string; name: string; tally: Tally | null }[]>;
  missed: MissedQuestion[];
  /** How sure they said to be of the same answers, where they were asked, and how many of those earned all points. */
  sureness: Sureness[];
};

/**
 * The newest marked answer of each person to each question, of attempts that were handed in, as a table expression. In steps,
 * each made once: Postgres expects few answers, and left to itself looks up assignment and wording for each of them. Answers are
 * read an attempt at a time ("offset 0"), which takes less than one by one.
 * @param which over `attempts t`: which attempts
 */
const newest = (which: SQL) => sql`(with work as materialized (
    select t.id, t.person_id from attempts t where t.state in ('submitted', 'marked') and ${which}
  ), answers as materialized (
    select work.person_id, work.id as attempt, given.* from work cross join lateral (
      select s.slot, s.item_version_id as version, s.weight, r.score, r.confidence, r.fraction, r.made_at
      from attempt_slots s
      join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot and r.response is not null and r.score is not null
      where s.attempt_id = work.id and s.weight > 0 offset 0) given
  ), asked as materialized (
    select v.id, v.item_id from item_versions v where v.id in (select version from answers)
  )
  select distinct on (answers.person_id, asked.item_id) answers.person_id, asked.item_id, answers.version,
    answers.score, answers.weight, answers.confidence, answers.fraction
  from answers join asked on asked.id = answers.version
  order by answers.person_id, asked.item_id, answers.made_at desc, answers.attempt desc, answers.slot desc)`;

/** The attempts `t` of a class that its reports are about. */
const ofClass = (of: SeenClass) => sql`t.class_id = ${of.id}::uuid
  and exists (select 1 from assignments a where a.id = t.assignment_id and a.removed_at is null)
  and exists (select 1 from enrolments e where e.class_id = t.class_id and e.person_id = t.person_id and e.role = 'student' and e.removed_at is null)`;

/** The objectives that the quizzes of a class ask about by now, as ids. */
const askedOf = (of: SeenClass) => sql`select o.objective_id from assignments a
  join quiz_slots q on q.quiz = a.quiz
  join lateral (select id from item_versions v where v.item_id = q.item_id order by v.version desc limit 1) v on true
  join item_objectives o on o.item_version_id = v.id
  where a.class_id = ${of.id}::uuid and a.removed_at is null`;

/** What each student of a class has reached of each objective that they answered questions on. @param only one of them */
export async function masteryOf(of: SeenClass, only?: string): Promise<Map<string, MasteredObjective[]>> {
  const found = await tally(only ? sql`t.person_id = ${only}::uuid and ${ofClass(of)}` : ofClass(of));
  const people = new Map<string, MasteredObjective[]>();
  for (const { person, ...one } of found) people.set(person, [...(people.get(person) ?? []), one]);
  return people;
}

/** Tallies by person and objective, over these attempts `t`. */
export async function tally(which: SQL): Promise<(MasteredObjective & { person: string })[]> {
  const found = await rows<Omit<MasteredObjective, "level"> & { person: string }>(sql`
    select n.person_id as person, o.id, o.statement, o.lesson, sum(n.score)::float8 as points, sum(n.weight)::float8 as of, count(*)::int as items
    from ${newest(which)} n
    join item_objectives io on io.item_version_id = n.version
    join objectives o on o.id = io.objective_id
    group by n.person_id, o.id order by o.id`);
  return found.map((one) => ({ ...one, level: levelOf(one) }));
}

type Sums = [id: string, points: number, of: number, answers: number];
type ObjectiveRow = {
  id: string;
  statement: string;
  people: Sums[] | null;
  questions: Sums[] | null;
  sureness: Sureness[] | null;
};

/** Every objective that a class was asked about, in the order of their ids. */
export async function classMastery(of: SeenClass): Promise<ClassObjective[]> {
  await closeAllOver(of.id);
  const objectives = await rows<ObjectiveRow>(sql`
    with sums as (
      select io.objective_id, n.person_id, n.item_id, n.confidence, sum(n.score)::float8 as points, sum(n.weight)::float8 as of,
        count(*)::int as answers, count(*) filter (where n.fraction = 1)::int as "right"
      from ${newest(ofClass(of))} n join item_objectives io on io.item_version_id = n.version
      group by grouping sets ((io.objective_id, n.person_id), (io.objective_id, n.item_id), (io.objective_id, n.confidence))
    ), one as (
      select objective_id,
        json_agg(json_build_array(person_id, points, of, answers)) filter (where person_id is not null) as people,
        json_agg(json_build_array(item_id, points, of, answers) order by points / of, item_id) filter (where item_id is not null) as questions,
        json_agg(json_build_object('confidence', confidence, 'answers', answers, 'right', "right") order by confidence)
          filter (where confidence is not null) as sureness
      from sums group by objective_id
    )
    select o.id, o.statement, one.people, one.questions, one.sureness
    from objectives o left join one on one.objective_id = o.id
    where one.objective_id is not null or o.id in (${askedOf(of)}) order by o.id`);
  const students = await rows<{ personId: string; name: string }>(sql`
    select person_id as "personId", name from enrolments
    where class_id = ${of.id}::uuid and role = 'student' and removed_at is null order by name_key`);
  const missed = objectives.map(({ questions }) =>
    (questions ?? []).filter(([, points, of]) => points < of).slice(0, 3),
  );
  const wordings = await findWordings(missed.flat().map(([item]) => item));
  return objectives.map(({ id, statement, people, sureness }, index) => ({
    id,
    statement,
    students: placed(students, people ?? []),
    sureness: sureness ?? [],
    missed: (missed[index] as Sums[]).map(([item, points, of, answers]) => ({
      ...{ item, share: points / of, answers, stem: "", read: null },
      ...wordings.get(item),
    })),
  }));
}

function placed(students: { personId: string; name: string }[], people: Sums[]): ClassObjective["students"] {
  const sums = new Map(people.map(([id, points, of, items]) => [id, { points, of, items }]));
  const all = students.map((student) => ({ ...student, tally: sums.get(student.personId) ?? null }));
  const at = (level: Level) => all.filter(({ tally }) => (tally ? levelOf(tally) : "new") === level);
  return Object.fromEntries(levels.map((level) => [level, at(level)])) as ClassObjective["students"];
}

/** What questions say by now, and the section that explains each. */
async function findWordings(items: string[]): Promise<Map<string, Pick<MissedQuestion, "stem" | "read">>> {
  if (items.length === 0) return new Map();
  const found = await rows<{ item: string; stem: string; read: string | null; lesson: string | null }>(sql`
    select distinct on (v.item_id) v.item_id as item, v.stem, v.read,
      (select q.lesson from quiz_slots s join quizzes q on q.slug = s.quiz where s.item_id = v.item_id and q.lesson is not null limit 1) as lesson
    from item_versions v where v.item_id in (select jsonb_array_elements_text(${JSON.stringify(items)}::text::jsonb))
    order by v.item_id, v.version desc`);
  const places = await placesToRead();
  return new Map(
    found.map(({ item, stem, read, lesson }) => [
      item,
      { stem, read: places.get(read?.includes("/") ? read : `${lesson}/${read}`) ?? null },
    ]),
  );
}
