import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Mark } from "~/components/mark";
import { Page } from "~/components/page";
import { listPairs } from "~/lessons/pairs.server";
import lesson from "~/styles/lesson.css?url";
import sources from "~/styles/sources.css?url";

export const links = () => [lesson, sources].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () =>
  described({
    title: "Who holds the key? Pairs of services",
    description:
      "Two services that differ in one lock, or in who holds a key. Decide who can read what, then read why.",
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  return { visitor, pairs: await listPairs(visitor) };
}

export default function Pairs() {
  const { visitor, pairs } = useLoaderData<typeof loader>();
  const next = pairs.find(({ right }) => right === null) ?? pairs[0];
  return (
    <Page visitor={visitor} at="/" className="ledger stack">
      <h1>Who holds the key?</h1>
      <p className="read">
        Each pair is two services without names that differ in one lock, or in who holds a key. Decide first who can
        read what, then read why. Nothing here is marked.
      </p>
      {pairs.length === 0 ? <p className="soft">There is no pair here yet.</p> : null}
      <ul className="toc">
        {pairs.map(({ id, title, questions, right }) => (
          <li key={id}>
            <a href={`/pairs/${id}`}>{title}</a>
            <span className="says small">
              <Mark name={right === null ? "not-started" : "answered"} />
              {right === null ? "Not decided yet" : `${right} of ${questions} right`}
            </span>
          </li>
        ))}
      </ul>
      {next ? (
        <p className="btns">
          <a className="btn go" href={`/pairs/${next.id}`}>
            {pairs.some(({ right }) => right !== null) ? "Go on" : "Begin"}
          </a>
        </p>
      ) : null}
    </Page>
  );
}
