import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { looked } from "~/models/audit.server";
import { gradebook } from "~/models/gradebook.server";
import { arrange } from "~/models/gradebook-order";
import { groupNames } from "~/models/group.server";
import { partOf } from "~/models/list-page";
import book from "~/styles/gradebook.css?url";
import grid from "~/styles/grid.css?url";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { ListPages } from "../items/list-pages";
import { ClassHead } from "./class-head";
import { searchFor } from "./gradebook-address";
import { GradebookFilters } from "./gradebook-filters";
import { readArrangement } from "./gradebook-search.server";
import { GradebookTable } from "./gradebook-table";

export const links = () => [teach, grid, book].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Class"}: gradebook · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await looked(seen, "gradebook");
  const { id, name, zone, archivedAt, viewer: visitor, observer } = seen;
  const { asked, page } = readArrangement(args.request);
  const whole = await gradebook(seen);
  const found = arrange(whole, asked);
  const { list: shown, page: at, pages } = partOf(found.students, page);
  return {
    ...{ visitor, observer, id, name, zone, archivedAt, asked, pages, at },
    groups: await groupNames(seen),
    waiting: whole.toMark,
    students: whole.students.length,
    found: found.students.length,
    all: whole.assignments.map(({ id, title }) => ({ id, title })),
    book: { ...found, students: shown },
  };
}

export default function Gradebook() {
  const {
    visitor,
    observer,
    id,
    name,
    zone,
    archivedAt,
    asked,
    pages,
    at,
    groups,
    waiting,
    students,
    found,
    all,
    book,
  } = useLoaderData<typeof loader>();
  const address = `/teach/classes/${id}`;
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ClassHead of={{ id, name, zone, archivedAt }} heading="Gradebook" at="/gradebook" />
      {all.length === 0 ? (
        <p className="read">
          Nothing was given to the class yet.{" "}
          {observer ? null : <a href={`/teach/assignments/new?class=${id}`}>Give it something</a>}
        </p>
      ) : students === 0 ? (
        <p className="read">
          No student is in the class now. {observer ? null : <a href={address}>Show them the code</a>}
        </p>
      ) : (
        <>
          {waiting > 0 ? (
            <p className="said is-waiting notonpaper">
              <span>
                {many(waiting, "answer waits", "answers wait")} for a mark by hand.{" "}
                <a href={`${address}/marking`}>See which</a>
              </span>
            </p>
          ) : null}
          <GradebookFilters asked={asked} groups={groups} assignments={all} />
          {found === 0 ? (
            <p className="read" role="status">
              No student is like that. <a href="?">Show everybody</a>.
            </p>
          ) : (
            <>
              <p className="soft">
                {found === students ? many(students, "student") : `${found} of ${many(students, "student")}`}. A score
                that waits for marks by hand is provisional and in no mean.
              </p>
              <GradebookTable klass={id} book={book} asked={asked} />
              {pages > 1 ? (
                <ListPages
                  at={`${address}/gradebook`}
                  page={at}
                  pages={pages}
                  search={searchFor(asked).replace("?", "")}
                />
              ) : null}
            </>
          )}
        </>
      )}
      <Files address={address} />
    </Page>
  );
}

/** What can be kept and read elsewhere. */
function Files({ address }: { address: string }) {
  const kinds = { csv: "CSV", xlsx: "Excel", json: "JSON", jsonl: "JSON lines" };
  const link = (name: string, kind: keyof typeof kinds) => (
    <a className="btn" href={`${address}/${name}.${kind}`}>
      {kinds[kind]}
    </a>
  );
  return (
    <section className="stack notonpaper" aria-labelledby="files">
      <h2 id="files">To take away</h2>
      <p className="btns">
        <span>The scores:</span> {link("gradebook", "csv")} {link("gradebook", "xlsx")} {link("gradebook", "json")}
      </p>
      <p className="btns">
        <span>Every answer:</span> {link("responses", "csv")} {link("responses", "xlsx")} {link("responses", "jsonl")}
      </p>
      <p className="btns">
        <a className="btn" href={`${address}/people/print`}>
          A sheet for each student
        </a>
      </p>
    </section>
  );
}
