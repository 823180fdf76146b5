import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { editedItem } from "~/access/items.server";
import { Findings } from "~/components/findings";
import { Page } from "~/components/page";
import { draftOf } from "~/models/item-history.server";
import { lint } from "~/models/item-lint.server";
import { makeReady } from "~/models/item-readiness.server";
import teach from "~/styles/teach.css?url";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "Not ready yet · Keyhole" }];

/** Makes a draft ready for use, unless something is to mend. */
export async function action(args: ActionFunctionArgs) {
  const item = await editedItem(args);
  if (item.state !== "draft" || (await makeReady([item])) === 1) throw redirect(`/teach/items/${item.id}`);
  return data({ visitor: item.viewer, id: item.id, findings: lint(draftOf(item.newest)) }, 422);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/items/${(await editedItem(args)).id}`);
}

export default function NotReady() {
  const refused = useActionData<typeof action>();
  if (!refused) return null;
  return (
    <Page visitor={refused.visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/items/${refused.id}`}>Back to the question</a>
      </p>
      <h1>Not ready yet</h1>
      <p className="read">Something is to mend first. It stays a draft until then.</p>
      <Findings findings={refused.findings} />
      <p className="btns">
        <a className="btn go" href={`/teach/items/${refused.id}/edit`}>
          Change it
        </a>
      </p>
    </Page>
  );
}
