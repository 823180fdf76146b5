import type { EditedItem } from "~/access/rights";
import { draftOf } from "./item.server";
import { setState } from "./item-edit.server";
import { isBlocked, lint } from "./item-lint.server";

/** Whether the newest version has nothing to mend. Warnings do not count. */
function mayBeReady(item: Pick<EditedItem, "newest">): boolean {
  return !isBlocked(lint(draftOf(item.newest)));
}

/** Makes questions ready for use, those that have nothing to mend. @returns how many */
export async function makeReady(list: EditedItem[]): Promise<number> {
  const good = list.filter(mayBeReady);
  await setState(good, "ready");
  return good.length;
}

/** Brings questions back from retirement: as ready, or as drafts where something is to mend. @returns how many */
export async function bringBack(list: EditedItem[]): Promise<number> {
  const good = await makeReady(list);
  await setState(
    list.filter((item) => !mayBeReady(item)),
    "draft",
  );
  return good + list.filter((item) => !mayBeReady(item)).length;
}
