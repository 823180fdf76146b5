import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { ArticleView, BackgroundList, ClaimTable, CommentList, DoubtList, LedgerFilter } from "~/lessons/blocks/ledger";
import { statuses } from "~/lessons/statuses";
import { listEntries, uses } from "~/models/ledger.server";
import sources from "~/styles/sources.css?url";
import { many } from "~/text";

export const links = () => [{ rel: "stylesheet", href: sources }];
export const meta: MetaFunction = () =>
  described({
    title: "Sources and claim ledger",
    description:
      "Two articles of 2013, what they say claim by claim, who said it, how it is known, and what they do not establish.",
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const [articles, claims, doubts, comments, background, used] = await Promise.all([
    listEntries("source"),
    listEntries("claim"),
    listEntries("doubt"),
    listEntries("comment"),
    listEntries("background"),
    uses(),
  ]);
  const query = new URL(args.request.url).searchParams;
  const article = articles.find(({ id }) => id === query.get("article"))?.id ?? null;
  const status = statuses.find(({ id }) => id === query.get("status"))?.id ?? null;
  const shown = claims.filter(
    (claim) =>
      (!article || claim.article === article) && (!status || claim.status === status || claim.also.includes(status)),
  );
  return { visitor, articles, all: claims.length, claims: shown, doubts, comments, background, used, article, status };
}

export default function Sources() {
  const { visitor, articles, all, claims, doubts, comments, background, used, article, status } =
    useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/sources" className="ledger">
      <header className="stack">
        <h1>Sources and claim ledger</h1>
        <p className="read">
          The course works with two newspaper articles of 2013. Here is what they say, claim by claim and in our words,
          and how each claim is known. The articles themselves are not kept here.
        </p>
        <p className="read">
          The same by date: <a href="/timeline">what happened when</a>.
        </p>
        <nav aria-label="On this page">
          <ul className="key">
            {[
              ["articles", "Two articles"],
              ["claims", "Claims"],
              ["doubts", "Unclear passages"],
              ["comments", "Readers’ comments"],
              ["background", "Background"],
            ].map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <section aria-labelledby="articles">
        <h2 id="articles">Two articles</h2>
        <div className="articles">
          {articles.map((one) => (
            <ArticleView key={one.id} article={one} />
          ))}
        </div>
      </section>
      <section aria-labelledby="claims">
        <h2 id="claims">What they say</h2>
        <LedgerFilter articles={articles} article={article} status={status} />
        <p className="soft" role="status">
          {claims.length === all ? many(all, "claim") : `${claims.length} of ${many(all, "claim")}`}
        </p>
        {claims.length > 0 ? (
          <ClaimTable claims={claims} articles={articles} used={used} />
        ) : (
          <p className="read">No claim has this status in this article.</p>
        )}
      </section>
      <section aria-labelledby="doubts">
        <h2 id="doubts">Unclear passages</h2>
        <p className="read">
          Sentences of the articles that are garbled or easily misread, and what we do about each. There is no D18: that
          number was not used.
        </p>
        <DoubtList doubts={doubts} articles={articles} used={used} />
      </section>
      <section aria-labelledby="comments">
        <h2 id="comments">Readers’ comments</h2>
        <p className="read">
          Readers wrote these under the article of July 2013. We give them in our words and without names. They show
          ways of arguing, for and against. They are not evidence of what happened: no fact in the lessons rests on
          them.
        </p>
        <CommentList comments={comments} used={used} />
      </section>
      <section aria-labelledby="background">
        <h2 id="background">Background</h2>
        <p className="read">
          What we know from elsewhere. It is not in the articles, and each entry says how far we checked it.
        </p>
        <BackgroundList background={background} used={used} />
      </section>
    </Page>
  );
}
