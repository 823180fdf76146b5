import { sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { rows } from "~/db.server";
import { draft, makeQuiz } from "../factories";
import { give, makeClass } from "./teaching";

/**
 * A class in which every student has handed in every attempt of each assignment, written straight into the store. About
 * half of the answers are right, and each third attempt of a student was worked on after it was due.
 */
export async function makeFullClass({ students = 200, questions = 50, attempts = 3, assignments = 1 } = {}) {
  const { rivera, klass } = await makeClass();
  const quiz = await makeQuiz(Array.from({ length: questions }, () => draft()));
  for (let n = 0; n < assignments; n++)
    await give(rivera, klass, quiz, { attemptsAllowed: attempts, dueAt: new Date(Date.now() - 3_600_000) });
  const people = Array.from({ length: students }, (_, n) => ({
    id: uuidv7(),
    name: `Student ${String(n).padStart(4, "0")}`,
  }));
  const given = JSON.stringify(people);
  const each = sql`jsonb_to_recordset(${given}::text::jsonb) as p(id uuid, name text)`;
  await rows(sql`insert into people (id, name) select id, name from ${each}`);
  await rows(sql`insert into enrolments (class_id, person_id, role, name, name_key)
    select ${klass.id}::uuid, id, 'student', name, lower(name) from ${each}`);
  await rows(sql`insert into attempts (id, person_id, quiz, assignment_id, class_id, number, state, seed, started_at, submitted_at, score, max_score)
    select gen_random_uuid(), p.id, ${quiz}, a.id, ${klass.id}::uuid, n, 'marked', 1, now() - interval '3 hours',
      now() - case when n % 3 = 0 then interval '10 minutes' else interval '2 hours' end, 0, ${questions}
    from ${each}, assignments a, generate_series(1, ${attempts}::int) n where a.class_id = ${klass.id}::uuid`);
  await rows(sql`insert into attempt_slots (attempt_id, slot, item_version_id, weight, place)
    select t.id, q.position, v.id, 1, q.position from attempts t join quiz_slots q on q.quiz = t.quiz
    join item_versions v on v.item_id = q.item_id where t.class_id = ${klass.id}::uuid`);
  await rows(sql`insert into responses (attempt_id, slot, response, made_at, client, seq, fraction, score)
    select t.id, s.slot, jsonb_build_object('v', 1, 'chosen', jsonb_build_array(case when r.is then 'a' else 'b' end)),
      t.submitted_at - interval '1 minute', 'page', 1, r.is::int, r.is::int
    from attempts t join attempt_slots s on s.attempt_id = t.id,
      lateral (select abs(hashtext(t.id::text || s.slot)) % 2 = 0 as is) r
    where t.class_id = ${klass.id}::uuid`);
  await rows(
    sql`update attempts t set score = (select sum(score) from responses where attempt_id = t.id) where class_id = ${klass.id}::uuid`,
  );
  await rows(sql`analyze`);
  return { rivera, klass, quiz };
}
