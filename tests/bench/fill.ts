import { sql } from "drizzle-orm";
import { db, rows, type Tx } from "~/db.server";
import { observers } from "~/lab/model";
import { type Answer, askable, type BenchQuestion } from "./questions";

/** A class to be made. `goes` at one quiz were handed in; where it is `running`, the only one is under way now. */
export type ClassPlan = { name: string; students: number; questions: number; goes: number; running: boolean };
/** Where to find what was made. */
export type FilledClass = ClassPlan & { class: string; assignment: string; student: string };

const quiz = "measured";

/**
 * Makes classes with everything their students did, set by set in SQL: seconds where one student after the other would
 * take an hour. A few students of each wait for a mark, are late, have an exception, a group or more time.
 * @param plans with the account that teaches it
 */
export async function fill(plans: (ClassPlan & { teacher: string })[]): Promise<FilledClass[]> {
  const { questions, answers } = await askable(Math.max(...plans.map((plan) => plan.questions)));
  return db().transaction(async (tx) => {
    // The rows are right by the way they are made; checking each against its parents takes most of the time.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`select setseed(0.5)`);
    await putQuiz(tx, questions, answers);
    await putClasses(tx, plans);
    await putAttempts(tx);
    await putAnswers(tx);
    await putPredictions(tx);
    return rows<FilledClass>(
      sql`select name, students, questions, goes, running, class, assignment, ${personOf(sql`1`)} as student
        from bench_classes c order by place`,
      tx,
    );
  });
}

async function putQuiz(tx: Tx, questions: BenchQuestion[], answers: Answer[]): Promise<void> {
  await tx.execute(sql`create temp table bench_questions on commit drop as
    select * from json_to_recordset(${JSON.stringify(questions)}::text::json)
      as q(slot int, item text, version uuid, "byHand" boolean, hardness float8)`);
  await tx.execute(sql`create temp table bench_answers on commit drop as
    select * from json_to_recordset(${JSON.stringify(answers)}::text::json)
      as a(slot int, number int, response jsonb, fraction float8)`);
  await tx.execute(sql`insert into quizzes (slug, title, practice) values (${quiz}, 'The measured quiz', 'nobody')`);
  await tx.execute(sql`insert into quiz_slots (quiz, position, item_id, weight)
    select ${quiz}, slot, item, 2 from bench_questions`);
}

const personOf = (n: ReturnType<typeof sql>) => sql`md5(c.class::text || ' ' || ${n})::uuid`;

async function putClasses(tx: Tx, plans: ClassPlan[]): Promise<void> {
  await tx.execute(sql`create temp table bench_classes on commit drop as
    select c.*, row_number() over () as place, md5('class ' || name)::uuid as class, md5('assignment ' || name)::uuid as assignment
    from json_to_recordset(${JSON.stringify(plans)}::text::json)
      as c(teacher uuid, name text, students int, questions int, goes int, running boolean)`);
  await tx.execute(
    sql`insert into classes (id, name, zone, created_by) select class, name, 'Europe/Madrid', teacher from bench_classes`,
  );
  await tx.execute(sql`insert into people (id, name)
    select ${personOf(sql`n`)}, 'Student ' || n from bench_classes c, generate_series(1, c.students) n`);
  await tx.execute(sql`insert into enrolments (class_id, person_id, role, name, name_key, time_factor, extra_attempts)
    select class, ${personOf(sql`n`)}, 'student', 'Student ' || n, 'student ' || lpad(n::text, 4, '0'),
      case when n % 40 = 0 then 1.5 else 1 end, case when n % 50 = 0 then 1 else 0 end
    from bench_classes c, generate_series(1, c.students) n
    union all select class, teacher, 'teacher', 'The teacher', 'the teacher', 1, 0 from bench_classes`);
  await tx.execute(sql`insert into groups (id, class_id, name, name_key)
    select md5(class::text || part)::uuid, class, 'Group ' || part, 'group ' || part from bench_classes, unnest(array['a', 'b']) part`);
  await tx.execute(sql`insert into group_members (group_id, class_id, person_id)
    select md5(class::text || case when n % 2 = 0 then 'a' else 'b' end)::uuid, class, ${personOf(sql`n`)}
    from bench_classes c, generate_series(1, c.students) n where n % 5 > 0`);
  await tx.execute(sql`insert into assignments (id, class_id, quiz, lesson, title, opens_at, due_at, closes_at,
      attempts_allowed, pass_percent, asks_confidence, created_by, created_at)
    select assignment, class, ${quiz}, 'in-transit-and-at-rest', 'The measured quiz', now() - interval '20 days',
      case when running then now() + interval '1 day' else now() - interval '3 days' end, now() + interval '5 days',
      greatest(goes, 1), 60, true, teacher, now() - interval '20 days' from bench_classes`);
  await tx.execute(sql`insert into overrides (assignment_id, person_id, due_at, set_by)
    select assignment, ${personOf(sql`n`)}, now() - interval '1 day', teacher
    from bench_classes c, generate_series(7, c.students, 40) n where not running`);
  await tx.execute(sql`insert into group_overrides (assignment_id, group_id, due_at, set_by)
    select assignment, md5(class::text || 'b')::uuid, now() - interval '2 days', teacher from bench_classes where not running`);
  await tx.execute(sql`insert into section_openings (person_id, lesson, section, opened_at)
    select ${personOf(sql`n`)}, s.lesson, s.slug, now() - interval '19 days' + s.position * interval '6 minutes' * (0.5 + random())
    from bench_classes c, generate_series(1, c.students) n,
      (select s.* from sections s join lessons l on l.slug = s.lesson and l.version = s.version where s.lesson = 'in-transit-and-at-rest') s
    where random() < 0.9`);
}

/** Of who is at it now nothing lies ahead of now. Every eighth last go waits for the marks of what was written in it; every tenth was made too late. */
async function putAttempts(tx: Tx): Promise<void> {
  const began = sql`case when c.running then now() - (c.questions * 50 + random() * 180) * interval '1 second'
    when g = c.goes and n % 10 = 0 then now() - interval '2 days' - random() * interval '5 hours'
    else now() - interval '18 days' + g * interval '3 days' + random() * interval '10 hours' end`;
  await tx.execute(sql`create temp table bench_attempts on commit drop as
    select class, assignment, questions, person, number, began, ability,
      (lpad(to_hex((extract(epoch from began) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid as id,
      case when running then 'in_progress' when number = goes and n % 8 = 0 then 'submitted' else 'marked' end as state,
      case when running then floor(questions * random())::int else questions end as upto
    from (select c.*, n, ${personOf(sql`n`)} as person, g as number, ${began} as began,
        2.4 * sin(n::float8 * 1.7) + 0.5 * g as ability, md5(c.class::text || ' ' || n || ' ' || g) as hash
      from bench_classes c, generate_series(1, c.students) n, generate_series(1, c.goes) g
      where not (c.running and n % 10 = 3)) made`);
  await tx.execute(sql`insert into attempts (id, person_id, quiz, assignment_id, class_id, number, state, seed, started_at,
      deadline, asks_confidence, submitted_at, score, max_score)
    select id, person, ${quiz}, assignment, class, number, state, 1, began, now() + interval '5 days', true,
      case when state <> 'in_progress' then began + questions * interval '1 minute' end,
      case when state = 'marked' then 0 end, 2 * questions from bench_attempts order by began`);
  await tx.execute(sql`insert into attempt_slots (attempt_id, slot, item_version_id, weight, place, flagged)
    select t.id, q.slot, q.version, 2, q.slot, random() < 0.03
    from bench_attempts t join bench_questions q on q.slot <= t.questions order by t.began, q.slot`);
}

/** Who knows answers right, by the logistic curve of ability less hardness; two in a hundred questions stay blank. */
async function putAnswers(tx: Tx): Promise<void> {
  await tx.execute(sql`create temp table bench_given on commit drop as
    select t.id, t.state, q.slot, a.response, a.fraction, q."byHand", t.began + q.slot * interval '50 seconds' as made,
      luck.blank < 0.02 as blank, 1 + floor(luck.sure * 3)::int as confidence, luck.twice < 0.2 as twice
    from bench_attempts t join bench_questions q on q.slot <= t.upto
    cross join lateral (select random() + 0 * q.slot as knows, random() as which, random() as blank, random() as sure, random() as twice) luck
    join bench_answers a on a.slot = q.slot
      and a.number = case when luck.knows < 1 / (1 + exp(q.hardness - t.ability)) then 0 else 1 + floor(luck.which * 6)::int end
    order by t.began, q.slot`);
  await tx.execute(sql`insert into answer_log (attempt_id, slot, client, seq, made_at, received_at, response, confidence, counted)
    select id, slot, 'measured', slot * 2 + seq, made - (1 - seq) * interval '20 seconds', made, response, confidence, true
    from bench_given, generate_series(0, 1) seq where not blank and (twice or seq = 1)`);
  await tx.execute(sql`insert into responses (attempt_id, slot, response, made_at, client, seq, confidence, fraction, score)
    select id, slot, case when not blank then response end, made, case when blank then 'unanswered' else 'measured' end,
      slot * 2 + 1, case when not blank then confidence end, marked, round(marked::numeric * 2, 4)
    from bench_given, lateral (select case when state = 'in_progress' or (state = 'submitted' and "byHand" and not blank) then null
      when blank or response is null then 0 else fraction end as marked) mark
    where not (blank and state = 'in_progress')`);
  await tx.execute(sql`update attempts t set score = r.score
    from (select attempt_id, sum(score) as score from responses group by attempt_id) r
    where r.attempt_id = t.id and t.state = 'marked'`);
}

/** Each student predicted eight settings of the lab twice. */
async function putPredictions(tx: Tx): Promise<void> {
  const says = observers.map(
    ({ id }) => sql`${id}::text, (array['content', 'metadata', 'nothing'])[1 + floor(random() * 3)]`,
  );
  await tx.execute(sql`insert into lab_predictions (id, person_id, settings, predicted, hits, made_at)
    select gen_random_uuid(), ${personOf(sql`n`)}, 'T' || t || 'I' || i || 'D0E0W' || w,
      jsonb_build_object(${sql.join(says, sql`, `)}), floor(random() * 8), now() - random() * interval '20 days'
    from bench_classes c, generate_series(1, c.students) n, generate_series(0, 1) t, generate_series(0, 1) i,
      generate_series(0, 1) w, generate_series(1, 2) time`);
}
