import { sql } from "drizzle-orm";
import type { TaughtClass } from "~/access/rights";
import { db, rows, type Tx } from "~/db.server";

/** Two records of one student in a class: which stays and which goes into it. */
export type Pair = { kept: string; gone: string };

/** What making two records one would do. */
export type MergePlan = {
  kept: string;
  gone: string;
  /** Each assignment that the one who goes began: attempts of both. */
  assignments: { id: string; title: string; ofKept: number; ofGone: number }[];
  /** Whether practice, lesson answers, reading and what comes back go along: the one who goes has nothing but this class. */
  ownWork: boolean;
  /** Whether browsers that are signed in as the one who goes are then signed in as the one who stays. */
  sessions: boolean;
  /** How the one who goes signs in. */
  password: boolean;
  refusal: Refusal | null;
};

/** Why two records cannot be made one now: both, or the one whose browser would lose its attempt, are in a quiz. */
export type Refusal = { why: "both under way" | "under way"; title: string };

/**
 * What making these two one would do now.
 * @returns undefined unless both are students of the class now and two
 */
export async function planMerge(of: TaughtClass, { kept, gone }: Pair, on: Pick<Tx, "execute"> = db()) {
  if (kept === gone) return undefined;
  const [found] = await rows<Omit<MergePlan, "refusal" | "assignments">>(
    sql`select k.name as kept, g.name as gone, ${isAlone("g")} as "ownWork",
        ${isAlone("g")} and ${isAlone("k")} as sessions, ${hasPassword("g")} as password
      from enrolments k join enrolments g on g.class_id = k.class_id and g.person_id = ${gone}::uuid
      where k.class_id = ${of.id}::uuid and k.person_id = ${kept}::uuid
        and k.role = 'student' and g.role = 'student' and k.removed_at is null and g.removed_at is null
        and not exists (select 1 from people p where p.id in (k.person_id, g.person_id) and p.forgotten_at is not null)`,
    on,
  );
  if (!found) return undefined;
  const assignments = await rows<MergePlan["assignments"][number] & { keptOpen: boolean; goneOpen: boolean }>(
    sql`select a.id, a.title, count(*) filter (where t.person_id = ${kept}::uuid)::int as "ofKept",
        count(*) filter (where t.person_id = ${gone}::uuid)::int as "ofGone",
        coalesce(bool_or(t.state = 'in_progress') filter (where t.person_id = ${kept}::uuid), false) as "keptOpen",
        coalesce(bool_or(t.state = 'in_progress') filter (where t.person_id = ${gone}::uuid), false) as "goneOpen"
      from attempts t join assignments a on a.id = t.assignment_id
      where t.class_id = ${of.id}::uuid and t.person_id in (${kept}::uuid, ${gone}::uuid) and not t.trial
      group by a.id having bool_or(t.person_id = ${gone}::uuid) order by a.created_at, a.id`,
    on,
  );
  const both = assignments.find(({ keptOpen, goneOpen }) => keptOpen && goneOpen);
  const running = found.sessions ? undefined : assignments.find(({ goneOpen }) => goneOpen);
  const refusal: Refusal | null = both
    ? { why: "both under way", title: both.title }
    : running
      ? { why: "under way", title: running.title }
      : null;
  return { ...found, assignments, refusal } satisfies MergePlan;
}

/** Whether somebody has a password. @param of the alias of their enrolment */
const hasPassword = (of: string) =>
  sql`exists (select 1 from sign_in_methods m where m.person_id = ${sql.identifier(of)}.person_id and m.kind = 'password')`;

/**
 * Whether somebody is nobody but a student of this class: no password, no other class, no right. A browser goes over only
 * between two of those: the teacher has seen their PINs, which must not open what lies elsewhere.
 */
const isAlone = (of: string) => sql`(not ${hasPassword(of)}
  and not exists (select 1 from enrolments o where o.person_id = ${sql.identifier(of)}.person_id and o.class_id <> ${sql.identifier(of)}.class_id)
  and not exists (select 1 from people p where p.id = ${sql.identifier(of)}.person_id and (p.may_teach_since is not null or p.host_since is not null)))`;
