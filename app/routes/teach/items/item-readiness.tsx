import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedItem } from "~/access/items.server";
import { Findings } from "~/components/findings";
import { Page } from "~/components/page";
import { draftOf } from "~/models/item.server";
import { lint } from "~/models/item-lint.server";
import { makeReady } from "~/models/item-readiness.server";
import bank from "~/styles/bank.css?url";
import teach from "~/styles/teach.css?url";
import { headingOf } from "./item-words";

export const links = () => [teach, bank].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "Read before use · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const item = await editedItem(args);
  const { viewer: visitor, id, newest } = item;
  return { visitor, id, stem: newest.stem, findings: lint(draftOf(newest)) };
}

/** Makes a draft ready for use, unless something is to mend. */
export async function action(args: ActionFunctionArgs) {
  const item = await editedItem(args);
  if (item.state !== "draft" || (await makeReady([item])) === 1) return redirect(`/teach/items/${item.id}`);
  return data({ refused: true }, 422);
}

export default function Readiness() {
  const { visitor, id, stem, findings } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/items/${id}`}>{headingOf(stem)}</a>
      </p>
      <h1>{refused ? "Not ready yet" : "Read before use"}</h1>
      {refused ? <p className="read">Something is to mend first. It stays a draft until then.</p> : null}
      <Findings findings={findings} />
      <p className="btns">
        <a className="btn go" href={`/teach/items/${id}/edit`}>
          Change it
        </a>
      </p>
    </Page>
  );
}
