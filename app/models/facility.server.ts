import { type SQL, sql } from "drizzle-orm";

/**
 * A subquery of one row: the facility index of one question and how many answers it rests on. Facility is the mean of the
 * fractions (Moodle: mean mark / most mark), over everything handed in by classes since its meaning was last changed;
 * left unanswered is 0, what still waits for a mark is left out, and so is practice.
 * @param item the id of the question, as it is called outside
 */
export function measured(item: SQL): SQL {
  return sql`(select avg(r.fraction) as facility, count(*)::int as answers
    from item_versions w
    join attempt_slots s on s.item_version_id = w.id
    join attempts a on a.id = s.attempt_id and a.assignment_id is not null and a.state in ('submitted', 'marked')
    join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot and r.fraction is not null
    where w.item_id = ${item} and w.version >= ${meaningSince(item)})`;
}

/** The version with which a question got the meaning it has now: later ones changed only words. */
export function meaningSince(item: SQL): SQL {
  return sql`coalesce((select max(c.version) from item_versions c where c.item_id = ${item} and c.change = 'meaning'), 1)`;
}
