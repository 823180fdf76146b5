import { type SQL, sql } from "drizzle-orm";
import { items } from "#drizzle/schema";
import type { Person } from "~/access/rights";

/** Whether this teacher may edit a row of `items`: her own, and those that their owner has opened. Never the course's. */
export function mayEdit(viewer: Pick<Person, "id">): SQL<boolean> {
  return sql<boolean>`(${items.ownerId} is not null and (${items.ownerId} = ${viewer.id}::uuid or ${items.shared}))`;
}

/** Whether this teacher may see it: what she may edit, all of the course, and of others what they say is ready. */
export function maySee(viewer: Pick<Person, "id">): SQL<boolean> {
  return sql<boolean>`(${items.ownerId} is null or ${items.state} = 'ready' or ${mayEdit(viewer)})`;
}
