import { sql } from "drizzle-orm";
import type { SeenClass } from "~/access/rights";
import { rows } from "~/db.server";
import { closeAllOver } from "./submission.server";

/** One question of one assignment whose answers wait for a mark by hand. */
type WaitingQuestion = {
  assignmentId: string;
  title: string;
  slot: number;
  stem: string;
  answers: number;
  students: number;
  /** When the one that waits longest was handed in. */
  since: Date;
};

/** What waits for a mark in a class, the longest wait first. Only of students who are in it. */
export async function waitingInClass(of: SeenClass): Promise<WaitingQuestion[]> {
  await closeAllOver(of.id);
  const found = await rows<Omit<WaitingQuestion, "since"> & { since: number }>(sql`
    select a.id as "assignmentId", a.title, min(s.slot)::int as slot, max(v.stem) as stem, count(*)::int as answers,
      count(distinct t.person_id)::int as students, extract(epoch from min(t.submitted_at))::float8 * 1000 as since
    from attempts t
    join assignments a on a.id = t.assignment_id and a.removed_at is null
    join enrolments e on e.class_id = t.class_id and e.person_id = t.person_id and e.role = 'student' and e.removed_at is null
    join responses r on r.attempt_id = t.id and r.fraction is null
    join attempt_slots s on s.attempt_id = r.attempt_id and s.slot = r.slot
    join item_versions v on v.id = s.item_version_id and v.key is not null
    where t.class_id = ${of.id}::uuid and t.state = 'submitted'
    group by a.id, v.item_id
    order by min(t.submitted_at), a.id, min(s.slot)`);
  return found.map(({ since, ...one }) => ({ ...one, since: new Date(since) }));
}
