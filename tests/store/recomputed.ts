import { sql } from "drizzle-orm";
import { rows } from "~/db.server";

type Answer = {
  attempt: string;
  score: number | null;
  weight: number;
  response: unknown;
  client: string;
  made: number;
};
type Go = { id: string; person: string; assignment: string; state: string; answers: Answer[] };

/** What a cell says, in one line, worked out again from the responses alone by a second hand: see `lineOf` for the first. */
export async function recomputed(classId: string): Promise<Map<string, string>> {
  const goes = await readGoes(classId);
  const assignments = await rows<{ id: string; counts: string; due: number | null; closes: number | null }>(sql`
    select id, counts, extract(epoch from due_at)::float8 as due, extract(epoch from closes_at)::float8 as closes
    from assignments where class_id = ${classId}::uuid and removed_at is null`);
  const students = await rows<{ id: string }>(
    sql`select person_id as id from enrolments where class_id = ${classId}::uuid and role = 'student' and removed_at is null`,
  );
  const now = Date.now() / 1000;
  const lines = new Map<string, string>();
  for (const { id, counts, due, closes } of assignments)
    for (const student of students) {
      const mine = goes.filter((go) => go.assignment === id && go.person === student.id);
      const absent =
        closes !== null && closes <= now ? "missing" : due !== null && due <= now ? "overdue" : "not started";
      lines.set(`${id} ${student.id}`, standing(mine, counts, due) ?? absent);
    }
  return lines;
}

function standing(mine: Go[], counts: string, due: number | null): string | undefined {
  const done = mine.filter((go) => go.state === "submitted" || go.state === "marked");
  const whole = done.filter((go) => go.answers.every((one) => one.score !== null));
  const last = done[done.length - 1];
  const chosen = { first: done[0], latest: last, highest: best(whole) ?? last }[counts];
  if (chosen) return said(chosen, due);
  const going = mine.find((go) => go.state === "in_progress");
  return going && `in progress ${going.answers.filter((one) => one.response !== null).length}`;
}

function said(go: Go, due: number | null): string {
  const late = due !== null && go.answers.some((one) => one.client !== "unanswered" && one.made > due) ? " late" : "";
  const points = go.answers.reduce((sum, one) => sum + Math.round((one.score ?? 0) * 1e4), 0) / 1e4;
  return `${go.answers.every((one) => one.score !== null) ? "marked" : "waiting"} ${go.id} ${points}${late}`;
}

/** The first of those with the most points; here all are of as many. */
function best(goes: Go[]): Go | undefined {
  const points = (go: Go) => go.answers.reduce((sum, one) => sum + (one.score ?? 0), 0);
  return [...goes].sort((a, b) => points(b) - points(a))[0];
}

async function readGoes(classId: string): Promise<Go[]> {
  const attempts = await rows<Omit<Go, "answers">>(sql`
    select id, person_id as person, assignment_id as assignment, state from attempts where class_id = ${classId}::uuid order by number`);
  const answers = await rows<Answer>(sql`
    select s.attempt_id as attempt, r.score::float8 as score, s.weight::float8 as weight, r.response, r.client,
      extract(epoch from r.made_at)::float8 as made
    from attempt_slots s left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
    where s.attempt_id in (select id from attempts where class_id = ${classId}::uuid)`);
  return attempts.map((go) => ({ ...go, answers: answers.filter(({ attempt }) => attempt === go.id) }));
}
