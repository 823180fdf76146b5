import { uuidv7 } from "uuidv7";
import { listGroups, makeGroup, regroup } from "~/models/group.server";
import type { makeClass, Someone } from "./teaching";

type Klass = Awaited<ReturnType<typeof makeClass>>["klass"];

/** A group of a class with these students. @returns its id */
export async function grouped(klass: Klass, name: string, members: Someone[] = []): Promise<string> {
  const id = uuidv7();
  if ((await makeGroup(klass, name, id)) !== "done") throw new Error(`There is a group ${name}.`);
  await regroup(klass, { into: members.map((one) => ({ groupId: id, personId: one.id })), out: [] });
  return id;
}

/** The names in each group of a class. */
export async function membersOf(klass: Klass): Promise<Record<string, string[]>> {
  const groups = await listGroups(klass);
  return Object.fromEntries(groups.map(({ name, members }) => [name, members.map((one) => one.name)]));
}
