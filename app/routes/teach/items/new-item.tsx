import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { notFound, teacher } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { blankForm, checkForm, readForm } from "~/models/item-draft.server";
import { create } from "~/models/item-edit.server";
import { isType } from "~/models/item-type.server";
import { idOnce } from "~/models/once.server";
import bank from "~/styles/bank.css?url";
import editor from "~/styles/editor.css?url";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import teach from "~/styles/teach.css?url";
import { formBody } from "../../form-body.server";
import { ItemFormFields } from "./item-form";
import { formLists, isToShow, shownAgain } from "./item-form.server";
import { ItemPreview } from "./item-preview";
import { typeWords } from "./item-words";

export const links = () => [figure, item, teach, bank, editor].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "New question · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await teacher(args);
  const type = typeOf(args.request);
  return { visitor, form: blankForm(type), lists: await formLists() };
}

/** Stores a new question as a draft, or draws the form again with more rows or a preview. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  const type = typeOf(args.request);
  const form = await formBody(args.request);
  const typed = readForm(form, type);
  if (isToShow(form)) return data(await shownAgain(form, typed));
  const checked = await checkForm(typed, false);
  if (!("writing" in checked)) return data({ form: typed, wrong: checked, previewed: null }, 400);
  return redirect(
    `/teach/items/${await create(visitor, checked.writing, idOnce(visitor, { once: form.get("once"), ...typed }))}`,
  );
}

/** The type is in the address: each has a form of its own. @throws 404 */
function typeOf(request: Request) {
  const type = new URL(request.url).searchParams.get("type") ?? "choice";
  if (!isType(type)) throw notFound();
  return type;
}

export default function NewItem() {
  const { visitor, form, lists } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href="/teach/items">Question bank</a>
      </p>
      <h1>New question: {typeWords(form.interaction)}</h1>
      <p className="read">It is stored as a draft that only you see, until you make it ready.</p>
      <ItemFormFields
        form={again?.form ?? form}
        wrong={again?.wrong ?? null}
        lists={lists}
        kind="Store as a draft"
        asks={false}
        own
      />
      {again?.previewed ? <ItemPreview previewed={again.previewed} /> : null}
    </Page>
  );
}
