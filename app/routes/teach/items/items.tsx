import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { teacher } from "~/access/visitor.server";
import { ErrorSummary, type Reply } from "~/components/form";
import { Page } from "~/components/page";
import { Select } from "~/components/select";
import { bankPage, searchBank } from "~/models/bank.server";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { filterLists, readFilter } from "./bank-filter.server";
import { BankFilters } from "./bank-filters";
import { BankTable } from "./bank-table";
import { ListPages } from "./list-pages";
import { toldOf } from "./told.server";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "Question bank · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await teacher(args);
  const { filter, page, search } = readFilter(args.request);
  const { lines, total } = await searchBank(visitor, filter, page);
  const lists = await filterLists(visitor);
  const pages = Math.max(1, Math.ceil(total / bankPage));
  return {
    visitor,
    filter,
    search,
    lists,
    lines,
    total,
    // Past the end the first page is shown.
    page: page > pages ? 1 : page,
    pages,
    told: toldOf(visitor, args.request),
  };
}

/** Also what answers a press below the list that could not be done: the list as it was, and why. */
export default function Items() {
  const { visitor, filter, search, lists, lines, total, page, pages, told } = useLoaderData<typeof loader>();
  const reply = useActionData() as Reply | undefined;
  const narrowed = Object.keys(filter).length > 0;
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href="/teach">Your classes</a>
        </p>
        <h1>Question bank</h1>
      </header>
      <ErrorSummary reply={reply} />
      {told && !reply ? (
        <p className="said is-waiting" role="status">
          {told}
        </p>
      ) : null}
      <NewQuestion interactions={lists.interactions} />
      <BankFilters filter={filter} lists={lists} />
      <section className="stack" aria-labelledby="found">
        <h2 id="found">{narrowed ? `${many(total, "question")} found` : many(total, "question")}</h2>
        {lines.length === 0 ? (
          <p className="read">
            {narrowed
              ? "No question is like this. Leave something out of what you look for, or write the question yourself."
              : "The bank is empty. Write the first question."}
          </p>
        ) : (
          <BankTable lines={lines} search={search} page={page} reply={reply} />
        )}
        {pages > 1 ? <ListPages at="/teach/items" page={page} pages={pages} search={search} /> : null}
      </section>
    </Page>
  );
}

/** A question's type is chosen before it is written, because each has a form of its own. */
function NewQuestion({ interactions }: { interactions: [string, string][] }) {
  return (
    <form method="get" action="/teach/items/new">
      <Select name="type" label="Write a question of the type" options={interactions} value={interactions[0]?.[0]} />
      <p className="btns">
        <button className="btn go" type="submit">
          New question
        </button>
      </p>
    </form>
  );
}
