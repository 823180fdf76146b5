import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { enrolments } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { type Db, db, type Tx } from "~/db.server";
import { groupKeys, placesByKey } from "./group.server";
import { nameTrouble } from "./name";
import { nameKey } from "./roster.server";
import type { ListedName } from "./roster-list";
import { keyed } from "./secret.server";

/**
 * What happens to one name of a list. "back": a removed student was called so and can come back as the same person.
 * "joins": they come into the group of their row.
 */
export type Planned = ListedName & { joins: boolean } & (
    | { standing: "new" }
    | { standing: "back" | "here"; personId: string }
    | { standing: "twice"; first: number }
    | { standing: "wrong"; why: string }
  );

/** What adding a list would do to a class, with the groups it makes. `seen` is its name: the teacher agrees to exactly this. */
export type RosterPlan = { names: Planned[]; newGroups: string[]; seen: string };

/** What adding these names would do now; nothing is stored. */
export async function planImport(of: TaughtClass, list: ListedName[], on: Db | Tx = db()): Promise<RosterPlan> {
  const called = await calledSo(of, list, on);
  const groups = new Set((await groupKeys(of, on)).map(({ key }) => key));
  const places = await placesByKey(of, on);
  const newGroups: string[] = [];
  const firsts = new Map<string, number>();
  const names = list.map(({ row, name, group }): Planned => {
    const why = nameTrouble(name) ?? (group && groupTrouble(group));
    if (why) return { row, name, group, joins: false, standing: "wrong", why };
    const key = nameKey(name);
    const found = called.find((one) => one.key === key);
    const place = `${found?.personId ?? key} ${nameKey(group)}`;
    const joins = group !== "" && (!found || found.role === "student") && !places.has(place);
    if (joins) places.add(place);
    if (joins && !groups.has(nameKey(group))) newGroups.push(group);
    if (joins) groups.add(nameKey(group));
    const planned = { row, name, group, joins };
    const first = firsts.get(key);
    if (first !== undefined) return { ...planned, standing: "twice", first };
    firsts.set(key, row);
    if (!found) return { ...planned, standing: "new" };
    return { ...planned, standing: found.here ? "here" : "back", personId: found.personId };
  });
  return { names, newGroups, seen: keyed(JSON.stringify([names, newGroups])).slice(0, 22) };
}

const groupTrouble = (group: string) => {
  const why = nameTrouble(group);
  return why && `The group: ${why}`;
};

/** Who is called like somebody on the list; of several who were removed the last one comes first. */
function calledSo(of: TaughtClass, list: ListedName[], on: Db | Tx) {
  const keys = list.map(({ name }) => nameKey(name));
  return on
    .select({
      key: enrolments.nameKey,
      personId: enrolments.personId,
      role: enrolments.role,
      here: sql<boolean>`${enrolments.removedAt} is null`,
    })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.classId, of.id),
        inArray(enrolments.nameKey, keys),
        sql`(${enrolments.removedAt} is null or ${enrolments.role} = 'student')`,
      ),
    )
    .orderBy(sql`${enrolments.removedAt} is not null`, desc(enrolments.removedAt));
}
