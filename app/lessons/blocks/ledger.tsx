import { Fragment } from "react";
import { Mark } from "~/components/mark";
import { howChecked } from "../checked";
import type { Background, Claim, Doubt, ReadersComment, Source } from "../entries.server";
import { type Also, alsoWords, type Status, signOf, statuses, statusWords } from "../statuses";
import { FilterList } from "./filter-list";
import { type Used, UsedIn } from "./used-in";

/** One of the two articles: where it appeared, how its days are known, what it does not show. */
export function ArticleView({ article }: { article: Source }) {
  return (
    <article className="stack" id={article.id}>
      <h3>
        <cite>{article.title}</cite>
      </h3>
      <p>
        {article.publisher}, {article.published}. <span className="soft">{article.id} in the ledger.</span>
      </p>
      <p className="small">{article.date_basis}</p>
      <ul className="small plainlist">
        {article.events.map(({ date, what }) => (
          <li key={what}>
            {date}: {what}
          </li>
        ))}
      </ul>
      <h4>It does not establish</h4>
      <ul className="small plainlist">
        {article.what_it_does_not_establish.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </article>
  );
}

export function LedgerFilter({
  articles,
  article,
  status,
}: {
  articles: Source[];
  article: string | null;
  status: Status | null;
}) {
  return (
    <form method="get" action="/sources#claims" className="filter">
      <FilterList
        {...{ name: "article", label: "Article", all: "both", value: article }}
        options={articles.map(({ id, publisher }) => [id, publisher])}
      />
      <FilterList
        {...{ name: "status", label: "Status", all: "all", value: status }}
        options={statuses.filter(({ id }) => id !== "official").map(({ id, words }) => [id, words])}
      />
      <button type="submit" className="btn">
        Show
      </button>
    </form>
  );
}

// biome-ignore-start lint/a11y/noRedundantRoles: once its cells are blocks, browsers no longer take it for a table.
/** The claims as a table; on phones each row becomes a card, so the roles are written out. */
export function ClaimTable({ claims, articles, used }: { claims: Claim[]; articles: Source[]; used: Used[] }) {
  const publisher = (id: string) => articles.find((article) => article.id === id)?.publisher;
  return (
    <table className="tbl claims" role="table">
      <caption className="vh">Claims with speaker, status and place</caption>
      <thead role="rowgroup">
        <tr role="row">
          {["No.", "Claim", "Who says so", "Status", "Where"].map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {claims.map((claim) => (
          <tr key={claim.id} role="row" id={claim.id}>
            <th scope="row" role="rowheader">
              <a href={`/sources/${claim.id}`}>{claim.id}</a>
            </th>
            <td role="cell">
              {claim.claim} <UsedIn id={claim.id} used={used} />
            </td>
            <td role="cell">
              {claim.speaker}, {claim.date}
            </td>
            <td role="cell">
              <StatusMark status={claim.status} also={claim.also} />
            </td>
            <td role="cell">
              {publisher(claim.article)}, {claim.paragraph}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
// biome-ignore-end lint/a11y/noRedundantRoles: the end of that table.

export function DoubtList({ doubts, articles, used }: { doubts: Doubt[]; articles: Source[]; used: Used[] }) {
  return (
    <dl className="entries">
      {doubts.map(({ id, article, paragraph, problem, handled }) => (
        <div key={id} id={id}>
          <dt>
            <a href={`/sources/${id}`}>{id}</a>{" "}
            <span className="soft">
              {articles.find((one) => one.id === article)?.publisher}, {paragraph}
            </span>
          </dt>
          <dd>{problem}</dd>
          <dd>
            <b>What we do:</b> {handled} <UsedIn id={id} used={used} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function CommentList({ comments, used }: { comments: ReadersComment[]; used: Used[] }) {
  return (
    <dl className="entries">
      {comments.map(({ id, paraphrase }) => (
        <div key={id} id={id}>
          <dt>
            <a href={`/sources/${id}`}>{id}</a>
          </dt>
          <dd>
            {paraphrase} <UsedIn id={id} used={used} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function BackgroundList({ background, used }: { background: Background[]; used: Used[] }) {
  return (
    <dl className="entries">
      {background.map((entry) => {
        const { id, short, speaker, mark, also, reference } = entry;
        return (
          <div key={id} id={id}>
            <dt>
              <a href={`/sources/${id}`}>{id}</a> {short}
            </dt>
            <dd>
              <StatusMark status={mark} also={also} />
            </dd>
            {speaker ? <dd className="small">{speaker}</dd> : null}
            <dd className="small">{reference}</dd>
            <dd className="small">
              <b>How far checked:</b> {howChecked(entry)} <UsedIn id={id} used={used} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Mark and words of a status, with further ones. */
export function StatusMark({ status, also }: { status: Status; also: Also[] }) {
  return (
    <>
      <span className="says">
        <Mark name={signOf(status, also)} />
        {statusWords(signOf(status, also))}
      </span>
      {also.map((more) => (
        <Fragment key={more}>
          {" "}
          <span className="says soft">
            {more === "opinion" || more === signOf(status, also) ? null : <Mark name={more} />}
            {alsoWords(status, more)}
          </span>
        </Fragment>
      ))}
    </>
  );
}
