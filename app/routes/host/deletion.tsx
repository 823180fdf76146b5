import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { host } from "~/access/host.server";
import type { Host } from "~/access/rights";
import { idParam, notFound } from "~/access/visitor.server";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { tidyName } from "~/models/name";
import { erase } from "~/models/stored/erasure.server";
import { type Hindrance, planErasure } from "~/models/stored/erasure-plan.server";
import { goesWords, hindranceWords, staysWords } from "~/models/stored/erasure-words";
import privacy from "~/styles/privacy.css?url";
import { parseForm, refuse } from "../account/parse-form.server";

export const links = () => [{ rel: "stylesheet", href: privacy }];
export const meta: MetaFunction = () => [{ title: "Delete a person · Keyhole" }];

async function planOf(me: Host, args: LoaderFunctionArgs) {
  const plan = await planErasure(me, idParam(args.params, "person"));
  if (!plan) throw notFound();
  return plan;
}

export async function loader(args: LoaderFunctionArgs) {
  const me = await host(args);
  return { visitor: me, plan: await planOf(me, args) };
}

/** Deletes a person whose name was typed. */
export async function action(args: ActionFunctionArgs) {
  const me = await host(args);
  const { id, name } = await planOf(me, args);
  const { value, typed, errors } = await parseForm(args.request, Typed);
  if (!value) return refuse(typed, errors);
  if (tidyName(value.name) !== tidyName(name))
    return refuse(typed, { name: ["That is not the name. Nothing was deleted."] });
  const outcome = await erase(id, me.id);
  if (typeof outcome !== "string") return refuse(typed, { "": [hindranceWords(outcome as Hindrance)] }, 409);
  return redirect("/host?deleted");
}

const Typed = z.object({ name: z.string({ error: "Type the name, so that nobody is deleted by mistake." }) });

export default function Deletion() {
  const { visitor, plan } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/host" className="specimen stack">
      <p className="eyebrow">
        <a href="/host">People of this installation</a>
      </p>
      <h1>Delete {plan.name}?</h1>
      <p className="read">
        {[
          plan.login ? `Signs in with ${plan.login}.` : "",
          plan.classes.length > 0 ? `In ${plan.classes.join(", ")}.` : "In no class.",
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      <Said heading="What goes, for good" lines={goesWords(plan)} />
      <Said heading="What stays, under no name" lines={staysWords(plan)} />
      {plan.hindrance ? (
        <p className="said is-wrong" role="alert">
          <span>{hindranceWords(plan.hindrance)}</span>
        </p>
      ) : (
        <form method="post" className="stack">
          <h2>Before you do</h2>
          <p className="read">
            The file of all that is stored about somebody is theirs: they take it under{" "}
            <a href="/privacy">what is stored about you</a>, with a new PIN from their teacher if they have lost theirs.
            Where they cannot, <code>npm run admin -- export {plan.login ?? plan.id}</code> writes it on the machine. It
            cannot be brought back; copies of the database that were made before still hold it, see the documentation on
            backups.
          </p>
          <ErrorSummary reply={reply} />
          <Field name="name" label={`Type the name: ${plan.name}`} reply={reply} autoComplete="off" />
          <KeepOrLeave keep="Delete for good" leave="/host" />
        </form>
      )}
    </Page>
  );
}

function Said({ heading, lines }: { heading: string; lines: string[] }) {
  return (
    <section className="stack">
      <h2>{heading}</h2>
      <ul className="plainlist">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
