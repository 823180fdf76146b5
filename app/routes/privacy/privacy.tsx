import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { contentCount, settingsQuery } from "~/lab/model";
import { installation, locksOn } from "~/models/installation.server";
import { ownZone } from "~/models/own-zone.server";
import { countStored } from "~/models/stored/counts.server";
import { aboutNobody, aboutPeople } from "~/models/stored/registry";
import { kinds, readers } from "~/models/stored/words";
import privacy from "~/styles/privacy.css?url";
import { EveryTable } from "./every-table";
import { OnTheWay } from "./on-the-way";
import { AnOrder, WhoReads } from "./who-reads";
import { Yours } from "./yours";

export const links = () => [{ rel: "stylesheet", href: privacy }];
export const meta: MetaFunction = () =>
  described({
    title: "What is stored about you",
    description: "What this installation stores, where, encrypted how, and who can read it.",
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const here = installation();
  const locks = locksOn(here);
  return {
    visitor,
    here,
    lab: { query: settingsQuery(locks), count: contentCount(locks) },
    counts: visitor ? await countStored(visitor) : null,
    zone: visitor ? await ownZone(visitor) : null,
    tables: aboutPeople,
    others: aboutNobody,
    words: { kinds, readers },
  };
}

export default function Privacy() {
  const { visitor, here, lab, counts, zone, tables, others, words } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/privacy" className="specimen">
      <header className="stack">
        <h1>What is stored about you, and who can read it</h1>
        <p className="read">
          Keyhole teaches to ask where data is, whether it is locked there, and who holds the key. Here it answers for
          itself. This page is computed from how this installation runs now, and from the tables it stores things in.
        </p>
      </header>
      <Yours visitor={visitor} counts={counts} zone={zone} tables={tables} words={words} />
      <OnTheWay here={here} />
      <WhoReads demo={here.demo} />
      <AnOrder here={here} known={Boolean(visitor)} />
      <section className="stack" aria-labelledby="lab">
        <h2 id="lab">Try the lab on your own quiz answer</h2>
        <p className="read">
          An answer of yours is a message too: from your browser, over a network, to a provider who stores it. Your
          school’s Keyhole is the provider here, and your teacher is the one it is for. With the locks that are on now,{" "}
          {lab.count} of 7 observers would learn its content.
        </p>
        <p className="btns">
          <a className="btn go" href={`/lab?${lab.query}`}>
            Open the lab with these locks
          </a>
        </p>
        {here.database.kind === "embedded" ? (
          <p className="small soft">
            The lab draws two data centres. Here both are one machine, so nobody can tap a link between them.
          </p>
        ) : null}
      </section>
      <EveryTable tables={tables} others={others} readers={words.readers} />
    </Page>
  );
}
