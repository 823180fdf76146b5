import { renderToStaticMarkup } from "react-dom/server";
import type { SignedIn } from "~/access/rights";
import { auditOfMe } from "~/models/audit-list.server";
import { exportStored } from "~/models/stored/export.server";
import { TellAll } from "./told";
import { tell } from "./told.server";

type Files = { day: string; json: () => string; html: () => Promise<string> };

/** All that is stored about somebody as two files of one moment: one for programs, one that any browser shows. */
export async function exportFiles(me: SignedIn): Promise<Files> {
  const [stored, looks] = [await exportStored(me), await auditOfMe(me)];
  const { madeAt, person, tables, did } = stored;
  const file = {
    of: "Keyhole",
    madeAt,
    person,
    about:
      "Everything that this installation stores about you, table by table, as it is stored. leftOut names columns that let somebody in. notShownYet counts rows whose marks are not shown to you yet; they stand here as null. looks says who looked at or changed your work.",
    tables: Object.fromEntries(tables.map(({ table, kind: _, ...rest }) => [table, rest])),
    did,
    looks: looks.map(({ at, by, act, className, title }) => ({ at, by, act, class: className, assignment: title })),
  };
  return {
    day: madeAt.toISOString().slice(0, 10),
    json: () => JSON.stringify(file, null, 2),
    html: async () => `<!DOCTYPE html>${renderToStaticMarkup(<File told={await tell(me, stored, looks)} />)}`,
  };
}

function File({ told }: { told: Awaited<ReturnType<typeof tell>> }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`All that Keyhole stores about ${told.name}`}</title>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own text; the file stands alone and loads nothing */}
        <style dangerouslySetInnerHTML={{ __html: look }} />
      </head>
      <body>
        <h1>All that Keyhole stores about {told.name}</h1>
        <p>
          As it was on {told.madeAt}, row by row as it is stored. This file is complete: it loads nothing from anywhere.
        </p>
        <TellAll told={told} />
      </body>
    </html>
  );
}

const look = `body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
h2{margin-top:2.5rem}h2 .eyebrow{display:block;font-size:.8rem;font-weight:400}.scroll{overflow-x:auto}
table{border-collapse:collapse}caption{position:absolute;clip-path:inset(50%)}
th,td{border-bottom:1px solid;padding:.3rem .8rem .3rem 0;text-align:start;vertical-align:top}td{white-space:pre-line;overflow-wrap:anywhere}`;
