import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedItem } from "~/access/items.server";
import { Findings } from "~/components/findings";
import { Page } from "~/components/page";
import { checkForm, formOf, readForm } from "~/models/item-draft.server";
import { edit } from "~/models/item-edit.server";
import { isBlocked, lint } from "~/models/item-lint.server";
import bank from "~/styles/bank.css?url";
import editor from "~/styles/editor.css?url";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import teach from "~/styles/teach.css?url";
import { formBody } from "../../form-body.server";
import { ItemConflict } from "./item-conflict";
import { conflictOf } from "./item-conflict.server";
import { ItemFormFields } from "./item-form";
import { formLists, isToShow, shownAgain } from "./item-form.server";
import { ItemPreview } from "./item-preview";
import { headingOf } from "./item-words";

export const links = () => [figure, item, teach, bank, editor].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Change: ${headingOf(data?.form.fields.stem ?? "")} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const item = await editedItem(args);
  const { viewer: visitor, id, state, ownerId } = item;
  return { visitor, id, state, own: ownerId === visitor.id, form: formOf(item), lists: await formLists() };
}

/** Stores what was written as the newest version. Refused when another one has come in between, or breaks what is in use. */
export async function action(args: ActionFunctionArgs) {
  const item = await editedItem(args);
  const nothing = { wrong: null, previewed: null, conflict: null, findings: null };
  const form = await formBody(args.request);
  const typed = readForm(form, item.newest.interaction as Parameters<typeof readForm>[1]);
  if (isToShow(form)) return data({ ...nothing, ...(await shownAgain(form, typed)) });
  const checked = await checkForm(typed, item.state !== "draft");
  if (!("writing" in checked)) return data({ ...nothing, form: typed, wrong: checked }, 400);
  const findings = lint({ id: item.id, ...checked.writing.wording });
  if (item.state === "ready" && isBlocked(findings)) return data({ ...nothing, form: typed, findings }, 422);
  const stored = await edit(item, checked.writing, typed.madeFrom, checked.change);
  if (stored !== "newer exists") return redirect(`/teach/items/${item.id}`);
  const conflict = await conflictOf(await editedItem(args), typed.madeFrom);
  return data({ ...nothing, form: { ...typed, madeFrom: conflict.version }, conflict }, 409);
}

export default function EditItem() {
  const { visitor, id, state, own, form: stored, lists } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const form = again?.form ?? stored;
  const conflict = again?.conflict ?? null;
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/items/${id}`}>{headingOf(stored.fields.stem)}</a>
      </p>
      <h1>{conflict ? "Somebody else has changed it meanwhile" : "Change the question"}</h1>
      {again?.findings ? (
        <div className="said is-wrong" role="alert">
          <div>
            <p>Not stored yet: the question is in use, and this is to mend first. What you typed is still here.</p>
            <Findings findings={again.findings.filter(({ level }) => level === "error")} />
          </div>
        </div>
      ) : null}
      {conflict ? <ItemConflict item={id} conflict={conflict} /> : null}
      <ItemFormFields
        form={form}
        wrong={again?.wrong ?? null}
        lists={lists}
        kind={conflict ? "Save mine as the newest" : "Save"}
        asks={state !== "draft"}
        own={own}
      />
      <p>
        <a href={`/teach/items/${id}`}>{conflict ? "Drop mine and keep theirs" : "Leave it as it was"}</a>
      </p>
      {again?.previewed ? <ItemPreview previewed={again.previewed} /> : null}
    </Page>
  );
}
