import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { EntryView } from "~/lessons/blocks/ledger-entry";
import { findCited, listEntries, neighbours, uses } from "~/models/ledger.server";
import sources from "~/styles/sources.css?url";

export const links = () => [{ rel: "stylesheet", href: sources }];
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({
    title: `${data?.cited.entry.id} in the ledger`,
    description: `Entry ${data?.cited.entry.id} of the claim ledger: who said it, where, and how it is known.`,
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const id = args.params.claim ?? "";
  const [cited] = await findCited([id]);
  if (!cited) throw notFound();
  const [articles, used, { before, after }] = await Promise.all([listEntries("source"), uses([id]), neighbours(id)]);
  return { visitor, cited, articles, used, before, after };
}

export default function Claim() {
  const { visitor, cited, articles, used, before, after } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/sources" className="entry">
      <EntryView cited={cited} articles={articles} />
      <section className="stack" aria-labelledby="used">
        <h2 id="used">Where it is used</h2>
        {used.length > 0 ? (
          <ul className="plainlist">
            {used.map((use) => (
              <li key={use.number}>
                <a href={`/lessons/${use.lesson}/${use.slug}`}>
                  {use.number} {use.heading}
                </a>
              </li>
            ))}
          </ul>
        ) : (
          <p>{cited.kind === "comment" ? "In class, on a card to sort." : "In no lesson yet."}</p>
        )}
      </section>
      <nav className="submitline" aria-label="Other entries">
        {before ? <a href={`/sources/${before}`}>← {before}</a> : <span />}
        <a href="/sources">The whole ledger</a>
        {after ? <a href={`/sources/${after}`}>{after} →</a> : <span />}
      </nav>
    </Page>
  );
}
