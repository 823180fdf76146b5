import { and, eq, type SQL, sql } from "drizzle-orm";
import { assignments, attempts, classes, enrolments, people, quizzes, sessions, terms } from "#drizzle/schema";
import { worded } from "~/db.server";
import { type Asked, askedAt } from "~/models/asked.server";
import { practiceClosedBy } from "~/models/held-back.server";
import { anything, hidden, Matrix, nothing, presets } from "~/models/review-matrix";
import { matrix, shownAll, shownNext } from "~/models/shown.server";
import { closeIfOver, ranOut } from "~/models/submission.server";
import { type Asker, isAsking, ownTokenHash } from "~/session.server";
import { together } from "~/together";
import { grant } from "./grant";
import type { MyAttempt, SeenAttempt, TaughtAttempt } from "./rights";
import { type Args, idParam, isId, notFound, person } from "./visitor.server";

/** An attempt of one's own. One that has run out is closed first. @throws 404 */
export async function myAttempt(args: Args): Promise<MyAttempt> {
  const viewer = await person(args);
  const mine = await fetchAttempt(args, own, { person: viewer.id });
  // Practice shows every key: not while an assignment that may ask the same is open to this person.
  const practice = mine.assignmentId === null && !mine.trial;
  const held = practice ? await practiceClosedBy(viewer, mine.quiz, mine.id) : null;
  const shown = held === null ? mine.shown : nothing;
  // Nor does a check on the way, in practice that began before.
  const open = held === null ? {} : { matrix: hidden, tries: null };
  return grant({ ...mine, ...open, shown, released: anything(shown), score: shown.marks ? mine.score : null, viewer });
}

/**
 * An attempt of one's own, for the script's requests, which are answered in JSON and not redirected. Session, attempt and
 * questions in one statement: a class asks it every few seconds.
 * @param slots the questions that are wanted with it; those that it does not have are dropped
 * @returns it with the database's time, whose clock decides deadlines
 */
export async function findMyAttempt(request: Asker, id: string, slots: number[] = []): Promise<Scripted | null> {
  const token = await ownTokenHash(request);
  return token && isId(id) ? mineByToken({ token, attempt: id, slots }) : null;
}

type Scripted = Pick<MyAttempt, "id" | "seed" | "state" | "deadline"> & { now: Date; asked: Asked[] };
type Wanted = { token: string; attempt: string; slots: number[] };

const mineByToken = together<Wanted, Scripted | null>(
  findMine,
  async (wanted) => (await findMine([wanted]))[0] ?? null,
);

/** What each may have of what it wants, at its place. */
async function findMine(wanted: Wanted[]): Promise<(Scripted | null)[]> {
  const found = await mine().execute({ wanted: JSON.stringify(wanted.map((one, place) => ({ place, ...one }))) });
  const mineAt = new Map(found.map(({ place, ...mine }) => [place, mine]));
  return wanted.map((_, place) => mineAt.get(place) ?? null);
}

/** Each is looked for by its own token, by keys alone, which the limit keeps Postgres from doing otherwise. */
const mine = worded((db) => {
  const found = db
    .select({
      id: attempts.id,
      seed: attempts.seed,
      state: attempts.state,
      deadline: attempts.deadline,
      now: sql<Date>`now()`.mapWith(attempts.startedAt).as("now"),
      asked: askedAt(sql`wanted.slots`).as("asked"),
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .innerJoin(attempts, eq(attempts.personId, people.id))
    .where(and(isAsking(sql`wanted.token`), eq(attempts.id, sql`wanted.attempt`)))
    .limit(1)
    .as("mine");
  return db
    .select({
      place: sql<number>`wanted.place`,
      id: found.id,
      seed: found.seed,
      state: found.state,
      deadline: found.deadline,
      now: found.now,
      asked: found.asked,
    })
    .from(sql`jsonb_to_recordset(${sql.placeholder("wanted")}::text::jsonb)
      as wanted(place int, token text, attempt uuid, slots int[])`)
    .crossJoinLateral(found)
    .prepare("mine");
});

/** An attempt of a student in a class one teaches. @throws 404 */
export async function taughtAttempt(args: Args): Promise<TaughtAttempt> {
  const viewer = await person(args);
  return grant({ ...(await fetchAttempt(args, taught, { viewer: viewer.id })), viewer, observer: false });
}

/** An attempt of a student in a class one teaches or observes, to read. @throws 404 */
export async function seenAttempt(args: Args): Promise<SeenAttempt> {
  const viewer = await person(args);
  const found = await fetchAttempt(args, seen, { viewer: viewer.id });
  return grant({ ...found, viewer });
}

/** A trial goes by the assignment that it tries, for the student as whom it is tried. */
const goesBy = sql`coalesce(${attempts.assignmentId}, ${attempts.trialOf})`;
const forWhom = sql`coalesce(${attempts.trialAs}, ${attempts.personId})`;

const viewer = sql`${sql.placeholder("viewer")}::uuid`;

/**
 * A way to find an attempt, for this room only: whoever asks by it decides who may have it.
 * @param which what else it has to be, with values that `fetchAttempt` is given
 */
export const attemptWhere = (which: SQL) =>
  worded((db) =>
    db
      .select({
        attempt: attempts,
        over: sql<boolean>`${attempts.state} = 'in_progress' and ${ranOut}`,
        title: sql<string>`coalesce(${assignments.title}, ${quizzes.title})`,
        lesson: quizzes.lesson,
        bands: quizzes.bands,
        zone: classes.zone,
        className: classes.name,
        teacherName: sql<
          string | null
        >`(select t.name from ${enrolments} t where t.class_id = ${attempts.classId} and t.role = 'teacher' and t.removed_at is null order by t.joined_at limit 1)`,
        studentName: sql<string>`coalesce(${enrolments.name}, ${people.name})`,
        shown: shownAll,
        matrix,
        releasedAt: shownNext,
        noTimer: sql<boolean>`coalesce(${terms.noTimer}, ${attempts.trial} and ${enrolments.noTimer}, false)`,
        observer: sql<boolean>`exists (select 1 from ${enrolments} desk where desk.class_id = ${attempts.classId}
          and desk.person_id = ${viewer} and desk.role = 'observer')`,
      })
      .from(attempts)
      .innerJoin(quizzes, eq(quizzes.slug, attempts.quiz))
      .innerJoin(people, eq(people.id, forWhom))
      .leftJoin(assignments, eq(assignments.id, goesBy))
      .leftJoin(terms, and(eq(terms.assignmentId, goesBy), eq(terms.personId, forWhom)))
      .leftJoin(classes, eq(classes.id, attempts.classId))
      .leftJoin(enrolments, and(eq(enrolments.classId, attempts.classId), eq(enrolments.personId, forWhom)))
      .where(and(eq(attempts.id, sql.placeholder("id")), which))
      .prepare("attempt"),
  );

const isAtDesk = (roles: string[]) => sql`exists (select 1 from ${enrolments} desk
  where desk.class_id = ${attempts.classId} and desk.person_id = ${viewer} and desk.removed_at is null
    and desk.role in ${roles}) and not ${attempts.trial}`;

const own = attemptWhere(sql`${attempts.personId} = ${sql.placeholder("person")}::uuid`);
const taught = attemptWhere(isAtDesk(["teacher"]));
const seen = attemptWhere(isAtDesk(["teacher", "observer"]));

/** For this room only. One that has run out is closed first. @param viewer who is at the desk, if somebody is */
export async function fetchAttempt(
  { params }: Args,
  by: ReturnType<typeof attemptWhere>,
  values: { viewer?: string; [name: string]: string | undefined },
) {
  const id = idParam(params, "attempt");
  const find = async () => (await by().execute({ viewer: null, ...values, id }))[0];
  let found = await find();
  if (found?.over) {
    await closeIfOver(id);
    found = await find();
  }
  if (!found) throw notFound();
  const { attempt, matrix: of, over: _, ...rest } = found;
  const matrixOfIt = of ? Matrix.parse(of) : presets.practice;
  const assignmentId = attempt.assignmentId ?? attempt.trialOf;
  return { ...attempt, ...rest, assignmentId, matrix: matrixOfIt, released: anything(rest.shown) };
}
