/*
 * Which questions may come back to whom: those whose keys are out. What keeps them back meanwhile is in held-back.server.ts.
 */
import { type SQL, sql } from "drizzle-orm";
import type { Person } from "~/access/rights";
import { interactions } from "~/interactions/registry.server";
import { shown, withTerms } from "./shown.server";

/** Whether the keys of a handed-in attempt are out to its student. Over `attempts`, `assignments` and `terms`. */
const keysAreOut = sql<boolean>`(attempts.state in ('submitted', 'marked') and not attempts.trial and ${shown.key})`;

/** This person's attempts whose keys are out, for `from`: rows of `id` and `submitted_at`. Found before anything of them is read. */
export const releasedTo = (
  person: Pick<Person, "id">,
) => sql`(select attempts.id, attempts.submitted_at from attempts ${withTerms}
  where attempts.person_id = ${person.id}::uuid and ${keysAreOut} offset 0)`;

/** Whether everybody may practise this wording `w`, in a quiz as it stands now. */
export const isPublic = sql<boolean>`exists (select 1 from quiz_slots q join quizzes z on z.slug = q.quiz
  where q.item_id = w.item_id and coalesce(q.pinned_version = w.version, true) and z.live and z.practice = 'everybody')`;

/** Whether a machine marks a wording, and has a key to do it by. */
export const isMachineMarked = (version: SQL) =>
  sql<boolean>`(${version}.key is not null and ${version}.interaction in (${sql.join(
    Object.entries(interactions).flatMap(([name, type]) => (type.marking === "automatic" ? [sql`${name}`] : [])),
    sql`, `,
  )}))`;
