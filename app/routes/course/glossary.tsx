import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { listEntries } from "~/models/ledger.server";
import { listLessons } from "~/models/lesson.server";
import sources from "~/styles/sources.css?url";

export const links = () => [{ rel: "stylesheet", href: sources }];
export const meta: MetaFunction = () =>
  described({ title: "Glossary", description: "The words that the course explains, in plain English." });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const [terms, lessons] = await Promise.all([listEntries("term"), listLessons()]);
  const titles = Object.fromEntries(lessons.map(({ slug, number, title }) => [slug, `${number} ${title}`]));
  return { visitor, terms: terms.sort((a, b) => a.term.localeCompare(b.term, "en")), titles };
}

export default function Glossary() {
  const { visitor, terms, titles } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/glossary" className="ledger">
      <header className="stack">
        <h1>Glossary</h1>
        <p className="read">The words that the course explains, and the lesson where each comes first.</p>
      </header>
      <dl className="entries">
        {terms.map(({ id, term, also, definition, lesson }) => (
          <div key={id} id={id}>
            <dt>
              {term}
              {also.length > 0 ? <span className="soft"> ({also.join(", ")})</span> : null}
            </dt>
            <dd>{definition}</dd>
            <dd className="small">
              {lesson ? <a href={`/lessons/${lesson}`}>Lesson {titles[lesson]}</a> : <a href="/lab">The lab</a>}
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
