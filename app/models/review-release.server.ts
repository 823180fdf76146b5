/*
 * What of a key may be shown to whom for practice. The one place that says so for questions that come back: when the rules
 * of release change, they change here.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { interactions } from "~/interactions/registry.server";
import { keepsKeysBack } from "./assignment.server";
import { shown } from "./shown.server";

/** Whether the keys of a handed-in attempt are out to its student. Over `attempts`, `assignments` and `terms`. */
const keysAreOut = sql<boolean>`(attempts.state in ('submitted', 'marked') and not attempts.trial and ${shown.key})`;

/** The questions of this person's attempts whose keys are out: `attempts`, their slots `s`, their wordings `v`. */
export const releasedTo = (person: Pick<Person, "id">) => sql`attempts
  join attempt_slots s on s.attempt_id = attempts.id
  join item_versions v on v.id = s.item_version_id
  left join assignments on assignments.id = attempts.assignment_id
  left join terms on terms.assignment_id = attempts.assignment_id and terms.person_id = attempts.person_id
  where attempts.person_id = ${person.id}::uuid and ${keysAreOut}`;

/**
 * Whether an assignment keeps this question back from this person: one that they can still work on or whose results are
 * not out, and that asks the question, may draw it, or has asked them already.
 * @param item an expression for the question's id
 */
export const heldBack = (person: Pick<Person, "id">, item: SQL) => sql<boolean>`exists (
  select 1 from enrolments e
  join assignments on assignments.class_id = e.class_id and assignments.removed_at is null
  join terms on terms.assignment_id = assignments.id and terms.person_id = e.person_id
  where e.person_id = ${person.id}::uuid and e.role = 'student' and e.removed_at is null and ${keepsKeysBack}
    and (exists (select 1 from quiz_slots asks where asks.quiz = assignments.quiz and (asks.item_id = ${item} or asks.draw is not null and ${mayDraw(item)}))
      or exists (select 1 from attempts mine join attempt_slots met on met.attempt_id = mine.id join item_versions wording on wording.id = met.item_version_id
        where mine.assignment_id = assignments.id and mine.person_id = e.person_id and wording.item_id = ${item})))`;

/** Whether the draw of a slot could be this question in any of its wordings. */
const mayDraw = (item: SQL) => sql`exists (
  select 1 from item_versions wording join items drawn on drawn.id = wording.item_id
  where wording.item_id = ${item}
    and coalesce(asks.draw ->> 'interaction', wording.interaction) = wording.interaction
    and coalesce(asks.draw ->> 'difficulty', wording.difficulty) = wording.difficulty
    and (asks.draw ->> 'tag' is null or asks.draw ->> 'tag' = any(drawn.tags))
    and (asks.draw ->> 'objective' is null
      or exists (select 1 from item_objectives o where o.item_version_id = wording.id and o.objective_id = asks.draw ->> 'objective')))`;

/** Whether everybody may practise this wording `w`, in a quiz as it stands now. */
export const isPublic = sql<boolean>`exists (select 1 from quiz_slots q join quizzes z on z.slug = q.quiz
  where q.item_id = w.item_id and coalesce(q.pinned_version = w.version, true) and z.live and z.practice = 'everybody')`;

/** Whether a machine marks a wording, and has a key to do it by. */
export const isMachineMarked = (version: SQL) =>
  sql<boolean>`(${version}.key is not null and ${version}.interaction in (${sql.join(
    Object.entries(interactions).flatMap(([name, type]) => (type.marking === "automatic" ? [sql`${name}`] : [])),
    sql`, `,
  )}))`;
