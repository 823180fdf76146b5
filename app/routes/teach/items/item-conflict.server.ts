import type { EditedItem } from "~/access/rights";
import { draftOf } from "~/models/item.server";
import { differences } from "~/models/item-diff";
import { listVersions } from "~/models/item-history.server";
import { asDelivered, keyView } from "~/models/item-view.server";

/** What somebody else stored while this teacher was writing, and what differs from where she began. */
export async function conflictOf(item: EditedItem, madeFrom: number) {
  // Who may change a question may read it.
  const versions = await listVersions(item);
  const base = versions.find(({ version }) => version === madeFrom);
  const { version, author, createdAt } = versions[0] as (typeof versions)[number];
  return {
    ...{ version, author, madeFrom, at: createdAt.toISOString() },
    question: asDelivered(draftOf(item.newest)),
    view: await keyView(item.newest),
    differences: base ? differences(base, item.newest) : [],
  };
}

export type Conflict = Awaited<ReturnType<typeof conflictOf>>;
