import type { LoaderFunctionArgs } from "@remix-run/node";
import { proven } from "~/access/visitor.server";
import { exportStored } from "~/models/stored/export.server";
import { download } from "../download.server";

/** Everything that is stored about who asks, as one file of JSON. */
export async function loader(args: LoaderFunctionArgs) {
  const me = await proven(args);
  const { madeAt, person, tables, did } = await exportStored(me);
  const file = {
    of: "Keyhole",
    madeAt,
    person,
    about:
      "Everything that this installation stores about you, table by table, as it is stored. leftOut names columns that let somebody in. notShownYet counts rows whose marks are not shown to you yet; they stand here as null.",
    tables: Object.fromEntries(tables.map(({ table, kind: _, ...rest }) => [table, rest])),
    did,
  };
  return download(args, `keyhole-${madeAt.toISOString().slice(0, 10)}.json`, pieces(JSON.stringify(file, null, 2)));
}

async function* pieces(text: string) {
  yield text;
}
