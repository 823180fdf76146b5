import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { groupMembers, groups } from "#drizzle/schema";
import type { SeenClass, TaughtClass } from "~/access/rights";
import { type Db, db, type Tx } from "~/db.server";
import { holdMembers } from "./group-terms.server";
import { tidyName } from "./name";
import { holdRoster } from "./pin.server";
import { nameKey } from "./roster.server";
import { isTaken } from "./unique";

/** One group of a class with its students by name. Those who were removed from the class are not shown, and stay in it. */
export type Group = { id: string; name: string; removedAt: Date | null; members: { personId: string; name: string }[] };

/** Somebody's place in a group. */
export type Place = { groupId: string; personId: string };

/** The groups of a class by name. */
export function listGroups(of: SeenClass): Promise<Group[]> {
  return found(and(eq(groups.classId, of.id), isNull(groups.removedAt))).orderBy(asc(groups.nameKey));
}

/** The groups of a class to choose from, by name. */
export function groupNames(of: Pick<SeenClass, "id">): Promise<{ id: string; name: string }[]> {
  return db()
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(and(eq(groups.classId, of.id), isNull(groups.removedAt)))
    .orderBy(asc(groups.nameKey));
}

/** Groups that were removed, the last one first. */
export function removedGroups(of: SeenClass): Promise<Group[]> {
  return found(and(eq(groups.classId, of.id), isNotNull(groups.removedAt))).orderBy(desc(groups.removedAt));
}

/** One group of a class, also a removed one. */
export async function findGroup(of: Pick<SeenClass, "id">, id: string): Promise<Group | undefined> {
  return (await found(and(eq(groups.classId, of.id), eq(groups.id, id))))[0];
}

/** @param id of the group: making it again under the same one changes nothing */
export async function makeGroup(of: TaughtClass, name: string, id = uuidv7()): Promise<"done" | "taken"> {
  const row = { id, classId: of.id, ...named(name) };
  const made = await db().insert(groups).values(row).onConflictDoNothing().returning({ id: groups.id });
  return made.length > 0 || (await findGroup(of, id)) ? "done" : "taken";
}

/** Gives a group another name; "taken" when another group of the class has it. */
export function renameGroup(of: TaughtClass, id: string, name: string): Promise<"done" | "taken"> {
  return unlessTaken(() => regrouping(of, [], (tx) => tx.update(groups).set(named(name)).where(ofClass(of, id))));
}

/** Takes a group away. Who was in it is kept, for when it is brought back; what it got otherwise holds no more. */
export async function removeGroup(of: TaughtClass, id: string): Promise<void> {
  await regrouping(of, [id], (tx) => tx.update(groups).set({ removedAt: sql`now()` }).where(ofClass(of, id)));
}

/** Brings a removed group back, under another name when one is given. */
export function bringBackGroup(of: TaughtClass, id: string, name?: string): Promise<"done" | "taken"> {
  const back = { removedAt: null, ...(name ? named(name) : {}) };
  return unlessTaken(() => regrouping(of, [id], (tx) => tx.update(groups).set(back).where(ofClass(of, id))));
}

/**
 * Puts students of a class in groups and takes them out. What they get otherwise changes with it, also in what they are
 * at now; no attempt gets shorter. Places that name a group or student of another class are passed over.
 */
export async function regroup(of: TaughtClass, change: { into: Place[]; out: Place[] }): Promise<void> {
  const concerned = [...change.into, ...change.out];
  if (concerned.length === 0) return;
  await db().transaction(async (tx) => {
    await holdRoster(tx, of);
    const recompute = await holdMembers(tx, of.id, { people: concerned.map(({ personId }) => personId) });
    await place(tx, of, change.into);
    await tx.execute(sql`
      delete from group_members m
      using jsonb_to_recordset(${JSON.stringify(change.out)}::text::jsonb) as w("groupId" uuid, "personId" uuid)
      where m.group_id = w."groupId" and m.person_id = w."personId" and m.class_id = ${of.id}::uuid`);
    await recompute();
  });
}

/** Those of these places that are of this class are taken; one that is taken already stays. */
async function place(tx: Tx, of: TaughtClass, into: Place[]): Promise<void> {
  if (into.length === 0) return;
  await tx.execute(sql`
    insert into group_members (group_id, class_id, person_id)
    select g.id, g.class_id, e.person_id
    from jsonb_to_recordset(${JSON.stringify(into)}::text::jsonb) as w("groupId" uuid, "personId" uuid)
    join groups g on g.id = w."groupId" and g.class_id = ${of.id}::uuid
    join enrolments e on e.class_id = g.class_id and e.person_id = w."personId" and e.role = 'student'
    on conflict do nothing`);
}

/**
 * Puts students in groups by the groups' names, in a transaction that holds the roster. A group that is not there is made.
 * @param wanted names as they are to be shown; the first spelling of a new one is kept
 */
export async function fillGroups(
  tx: Tx,
  of: TaughtClass,
  wanted: { personId: string; group: string }[],
): Promise<void> {
  if (wanted.length === 0) return;
  const recompute = await holdMembers(tx, of.id, { people: wanted.map(({ personId }) => personId) });
  const names = new Map([...wanted].reverse().map(({ group }) => [nameKey(group), group]));
  await tx
    .insert(groups)
    .values([...names.values()].map((name) => ({ id: uuidv7(), classId: of.id, ...named(name) })))
    .onConflictDoNothing();
  const there = new Map((await groupKeys(of, tx)).map(({ id, key }) => [key, id]));
  const into = wanted.map(({ personId, group }) => ({ personId, groupId: there.get(nameKey(group)) as string }));
  await place(tx, of, into);
  await recompute();
}

/** Who is in which group of a class, by the names that are compared: "person group". Also who was removed. */
export async function placesByKey(of: TaughtClass, on: Db | Tx = db()): Promise<Set<string>> {
  const places = await on
    .select({ personId: groupMembers.personId, key: groups.nameKey })
    .from(groupMembers)
    .innerJoin(groups, and(eq(groups.id, groupMembers.groupId), isNull(groups.removedAt)))
    .where(eq(groupMembers.classId, of.id));
  return new Set(places.map(({ personId, key }) => `${personId} ${key}`));
}

/** The names of a class's groups as they are compared. */
export function groupKeys(of: TaughtClass, on: Db | Tx = db()): Promise<{ id: string; key: string }[]> {
  return on
    .select({ id: groups.id, key: groups.nameKey })
    .from(groups)
    .where(and(eq(groups.classId, of.id), isNull(groups.removedAt)));
}

const named = (name: string) => ({ name: tidyName(name), nameKey: nameKey(name) });
const ofClass = (of: TaughtClass, id: string) => and(eq(groups.id, id), eq(groups.classId, of.id));

/** A change of whole groups: their class is held, everybody in these ones too, and what those are at follows. */
async function regrouping(of: TaughtClass, ids: string[], change: (tx: Tx) => Promise<unknown>): Promise<void> {
  await db().transaction(async (tx) => {
    await holdRoster(tx, of);
    const recompute = await holdMembers(tx, of.id, { groups: ids });
    await change(tx);
    await recompute();
  });
}

function found(which: ReturnType<typeof and>) {
  return db()
    .select({
      id: groups.id,
      name: groups.name,
      removedAt: groups.removedAt,
      members: sql<Group["members"]>`(
        select coalesce(json_agg(json_build_object('personId', e.person_id, 'name', e.name) order by e.name_key), '[]')
        from group_members m
        join enrolments e on e.class_id = m.class_id and e.person_id = m.person_id and e.removed_at is null
        where m.group_id = groups.id)`,
    })
    .from(groups)
    .where(which)
    .$dynamic();
}

async function unlessTaken(change: () => Promise<unknown>): Promise<"done" | "taken"> {
  try {
    await change();
    return "done";
  } catch (error) {
    if (isTaken(error)) return "taken";
    throw error;
  }
}
