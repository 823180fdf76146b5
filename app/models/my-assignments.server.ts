import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { assignments, classes, enrolments, terms } from "#drizzle/schema";
import type { Person, Phase } from "~/access/rights";
import { clock } from "~/clock";
import { worded } from "~/db.server";
import { type LessonProgress, readingsOf } from "./assigned-lesson.server";
import { phase } from "./assignment.server";
import { type Counted, type Counts, passed, whatStands } from "./counting";
import type { Lesson } from "./lesson.server";
import { type Obstacle, obstaclesOf } from "./prerequisite.server";
import { momentIsThere } from "./shown.server";
import { closeMineIfOver } from "./submission.server";
import { groupOf, isNext, type MyState, reminder, type TodoGroup } from "./todo";

/** An assignment on its student's own page, with the dates that hold for them. */
export type MyAssignmentOverview = Pick<
  typeof assignments.$inferSelect,
  "id" | "classId" | "title" | "quiz" | "lesson" | "attemptsAllowed" | "opensAt" | "dueAt" | "closesAt"
> & {
  className: string;
  zone: string;
  phase: Phase;
  state: MyState;
  attemptsUsed: number;
  /** How far its lesson is read; null without one. */
  reading: LessonProgress | null;
  /** What has to be done first. */
  obstacle: Obstacle | null;
  group: TodoGroup;
  /** Whether it belongs where a student looks first. */
  next: boolean;
  /** In words; null when there is nothing to be reminded of. */
  reminder: string | null;
  /** Null without a pass mark, and until a score is out. */
  passed: boolean | null;
};

/**
 * The assignments of every class where this person is a student, by due date. Attempts that ran out are closed first.
 * @param has what a page has done already: the course's lessons, and that closing
 */
export async function listMine(
  person: Pick<Person, "id">,
  has: { course?: Lesson[]; closed?: true } = {},
): Promise<MyAssignmentOverview[]> {
  if (!has.closed) await closeMineIfOver(person);
  const found = await given().execute({ person: person.id });
  const asked = found.map(({ assignment }) => assignment);
  const readings = await readingsOf(person, asked, has.course);
  const held = await obstaclesOf(
    person,
    asked.flatMap(({ id, afterId }) => (afterId === null ? [] : [id])),
  );
  const now = clock.now();
  return found.map(({ assignment, goes, mine, maySayPassed, state, ...rest }, index) => {
    const { id, classId, title, quiz, lesson, counts, passPercent, attemptsAllowed } = assignment;
    const found = maySayPassed ? whatStands(goes ?? [], counts as Counts) : undefined;
    const reading = lesson === null ? null : (readings[index] as LessonProgress);
    const one = {
      ...{ id, classId, title, quiz, lesson, attemptsAllowed, reading },
      ...{ ...mine, ...rest },
      state: quiz === null && reading ? whileReading(state, reading) : state,
      obstacle: held.get(id) ?? null,
      passed: found ? passed(found.score, found.max, passPercent) : null,
    };
    return { ...one, group: groupOf(one), next: isNext(one, now), reminder: reminder(one, now) };
  });
}

const given = worded((db) =>
  db
    .select({
      assignment: assignments,
      mine: { opensAt: terms.opensAt, dueAt: terms.dueAt, closesAt: terms.closesAt },
      className: classes.name,
      zone: classes.zone,
      state: myState,
      attemptsUsed: sql<number>`coalesce(mine.used, 0)::int`,
      phase,
      goes: sql<Counted[] | null>`mine.goes`,
      maySayPassed: sql<boolean>`${momentIsThere(sql`${assignments.marksWhen}`)} and not ${terms.calm}`,
    })
    .from(enrolments)
    .innerJoin(classes, eq(classes.id, enrolments.classId))
    .innerJoin(assignments, and(eq(assignments.classId, classes.id), isNull(assignments.removedAt)))
    .innerJoin(terms, and(eq(terms.assignmentId, assignments.id), eq(terms.personId, enrolments.personId)))
    .leftJoinLateral(
      sql`(select count(*) as used, json_agg(json_build_object('state', t.state, 'score', t.score::float8,
          'maxScore', t.max_score::float8) order by t.number) as goes, bool_or(t.state = 'in_progress') as open, bool_or(t.state in ('submitted', 'marked')) as done
        from attempts t where t.assignment_id = assignments.id and t.person_id = enrolments.person_id and t.state <> 'void') mine`,
      sql`true`,
    )
    .where(
      and(
        eq(enrolments.personId, sql.placeholder("person")),
        eq(enrolments.role, "student"),
        isNull(enrolments.removedAt),
        isNull(classes.archivedAt),
      ),
    )
    .orderBy(
      sql`coalesce(${terms.dueAt}, ${terms.closesAt}) nulls last`,
      asc(assignments.createdAt),
      asc(assignments.id),
    )
    .prepare("given"),
);

/** What is only to be read is handed in when all of it is read. */
function whileReading(state: MyState, { read, finishedAt }: LessonProgress): MyState {
  if (finishedAt !== null) return "handed in";
  return read > 0 && state === "open" ? "in progress" : state;
}

const myState = sql<MyState>`case when mine.open then 'in progress' when mine.done then 'handed in' when terms.opens_at > now() then 'not open yet'
  when terms.closes_at <= now() then 'missing' when terms.due_at <= now() then 'late' else 'open' end`;
