import type { TaughtClass } from "~/access/rights";
import { type Args, idParam, notFound } from "~/access/visitor.server";
import { findGroup, type Group } from "~/models/group.server";

/** The group that the address names, also a removed one. @throws 404 */
export async function groupOf(taught: Pick<TaughtClass, "id">, { params }: Args): Promise<Group> {
  const group = await findGroup(taught, idParam(params, "group"));
  if (!group) throw notFound();
  return group;
}
