import type { ReactNode } from "react";
import type { Cited } from "~/models/ledger.server";
import { howChecked } from "../checked";
import type { Background, Claim, Doubt, ReadersComment, Source } from "../entries.server";
import { type Also, type Status, signOf, statuses } from "../statuses";
import { StatusMark } from "./ledger";
import { Linked } from "./linked";

/** One entry of the ledger with all that is known about it. */
export function EntryView({ cited, articles }: { cited: Cited; articles: Source[] }) {
  const article = cited.kind === "background" ? undefined : articles.find(({ id }) => id === cited.entry.article);
  if (cited.kind === "claim") return <ClaimEntry claim={cited.entry} article={article} />;
  if (cited.kind === "doubt") return <DoubtEntry doubt={cited.entry} article={article} />;
  if (cited.kind === "comment") return <CommentEntry comment={cited.entry} article={article} />;
  return <BackgroundEntry background={cited.entry} />;
}

function ClaimEntry({ claim, article }: { claim: Claim; article: Source | undefined }) {
  return (
    <Entry eyebrow="A claim of an article, in our words" id={claim.id} text={claim.claim}>
      <Fact name="Who says so">
        {claim.speaker}
        {claim.listener ? `, to ${claim.listener}` : ""}
      </Fact>
      <Fact name="When">{claim.date}</Fact>
      <Known status={claim.status} also={claim.also} what="the claim" />
      <Place article={article} paragraph={claim.paragraph} />
      {claim.note ? (
        <Fact name="Note">
          <Linked text={claim.note} />
        </Fact>
      ) : null}
    </Entry>
  );
}

/** The status of an entry, and what it means; so that background and claims are explained alike. */
function Known({ status, also, what }: { status: Status; also: Also[]; what: string }) {
  return (
    <Fact name="How it is known">
      <StatusMark status={status} also={also} />
      <p className="small soft">
        {statuses.find(({ id }) => id === signOf(status, also))?.means} The mark does not say that {what} is true.
      </p>
    </Fact>
  );
}

function DoubtEntry({ doubt, article }: { doubt: Doubt; article: Source | undefined }) {
  return (
    <Entry eyebrow="An unclear passage of an article" id={doubt.id} text={doubt.problem}>
      <Fact name="What we do">
        <Linked text={doubt.handled} />
      </Fact>
      <Place article={article} paragraph={doubt.paragraph} />
    </Entry>
  );
}

function CommentEntry({ comment, article }: { comment: ReadersComment; article: Source | undefined }) {
  return (
    <Entry
      eyebrow={`A reader’s comment under an article of ${article?.published ?? "2013"}, in our words`}
      id={comment.id}
      text={comment.paraphrase}
    >
      <Fact name="What it is good for">
        It is an example of how people argue. No fact in the lessons rests on it, and its writer is not named here.
      </Fact>
      <Place article={article} paragraph="below the text" />
    </Entry>
  );
}

function BackgroundEntry({ background }: { background: Background }) {
  return (
    <Entry
      eyebrow={`Background, not from the articles: ${background.short}`}
      id={background.id}
      text={background.establishes}
    >
      {background.speaker ? <Fact name="Who says so">{background.speaker}</Fact> : null}
      <Known status={background.mark} also={background.also} what="it" />
      <Fact name="Reference">{background.reference}</Fact>
      <Fact name="How far we checked it">{howChecked(background)}</Fact>
    </Entry>
  );
}

function Entry({ eyebrow, id, text, children }: { eyebrow: string; id: string; text: string; children: ReactNode }) {
  return (
    <div className="stack">
      <p className="eyebrow">{eyebrow}</p>
      <h1>{id}</h1>
      <p className="read">
        <Linked text={text} />
      </p>
      <dl className="facts">{children}</dl>
    </div>
  );
}

function Place({ article, paragraph }: { article: Source | undefined; paragraph: string }) {
  return (
    <Fact name="Where it stands">
      {article ? (
        <>
          <a href={`/sources#${article.id}`}>{article.publisher}</a>, “{article.title}”, {article.published},{" "}
        </>
      ) : null}
      {paragraph}
    </Fact>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
