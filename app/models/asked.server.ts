import { eq, type SQL, sql } from "drizzle-orm";
import { attempts } from "#drizzle/schema";
import type { MyAttempt } from "~/access/rights";
import { worded } from "~/db.server";
import type { interactions } from "~/interactions/registry.server";

/** A question as far as it takes to read an answer to it: nothing here tells the key. */
export type Asked = { slot: number; interaction: keyof typeof interactions; body: unknown };

/**
 * The questions of an attempt at these slots. Slots that it does not have are dropped. Each is looked for by its key, which
 * "offset 0" keeps Postgres from doing otherwise. For a query of `attempts`.
 * @param slots a list of numbers
 */
export const askedAt = (slots: SQL) => sql<Asked[]>`(
  select coalesce(json_agg(question), '[]') from unnest(${slots}) as wanted_slots(slot), lateral (
    select s.slot, v.interaction, v.body from attempt_slots s join item_versions v on v.id = s.item_version_id
    where s.attempt_id = attempts.id and s.slot = wanted_slots.slot offset 0) question)`;

/** A list as Postgres writes one, of numbers or ids. */
export const listed = (values: (number | string)[]) => `{${values.join()}}`;

/** What an attempt asks at these slots. */
export async function askedOf(attempt: Pick<MyAttempt, "id">, slots: number[]): Promise<Asked[]> {
  const [found] = await asked().execute({ attempt: attempt.id, slots: listed(slots) });
  return found?.asked ?? [];
}

const asked = worded((db) =>
  db
    .select({ asked: askedAt(sql`${sql.placeholder("slots")}::text::int[]`) })
    .from(attempts)
    .where(eq(attempts.id, sql.placeholder("attempt")))
    .prepare("asked"),
);
