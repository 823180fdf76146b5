import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import { Field } from "~/components/field";
import { ErrorSummary } from "~/components/form";
import { Once } from "~/components/once";
import { Page } from "~/components/page";
import { TextArea } from "~/components/text-area";
import { importNames } from "~/models/roster-import.server";
import { readRosterList } from "~/models/roster-list";
import { planImport } from "~/models/roster-plan.server";
import cards from "~/styles/cards.css?url";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { parseFields, refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { cardsPage } from "./cards-page.server";
import { ImportPlan } from "./import-plan";
import { ImportedPage } from "./imported-page";
import { listText } from "./list-text.server";

export const links = () => [teach, cards].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "Add students from a list · Keyhole" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  return cardsPage(args.request, taught);
}

/** Shows what a list would do to the class; does it when the form comes back with the name of what was shown. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const form = await formBody(args.request);
  const { once = "", seen, list: pasted = "" } = parseFields(form, Import).typed;
  const anew = form.getAll("anew").map(String);
  const given = await listText(form, pasted);
  const typed = { list: given.text };
  if ("wrong" in given) return refuse(typed, { [given.wrong]: [given.says] });
  const read = readRosterList(given.text);
  if ("trouble" in read) return refuse(typed, { list: [read.trouble] });
  const shown = { typed, anew, unused: read.unused, guessed: given.guessed };
  if (seen) {
    const imported = await importNames(taught, read.names, { once, seen, anew });
    if (imported !== "changed") return { typed, errors: {}, imported };
    const errors = { "": ["The list or the class changed since you looked. Nothing was added; look again."] };
    return data({ ...shown, errors, plan: await planImport(taught, read.names) }, { status: 409 });
  }
  const plan = await planImport(taught, read.names);
  const wrong = plan.names.filter(({ standing }) => standing === "wrong").length;
  if (wrong === 0) return data({ ...shown, errors: {}, plan });
  const errors = {
    list: [`${many(wrong, "row")} cannot be added as ${wrong === 1 ? "it is" : "they are"}; the table says why.`],
  };
  return data({ ...shown, errors, plan }, { status: 400 });
}

const Import = z.object({
  once: z.string().optional(),
  seen: z.string().optional(),
  list: z.string().optional(),
});

export default function RosterImport() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (reply && "imported" in reply) return <ImportedPage page={page} imported={reply.imported} />;
  const { visitor, id, className } = page;
  const shown = reply && "plan" in reply ? reply : null;
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href={`/teach/classes/${id}/roster`}>{className}: students</a>
        </p>
        <h1>Add students from a list</h1>
      </header>
      <form method="post" encType="multipart/form-data" className="stack">
        <Once />
        <ErrorSummary reply={reply} />
        <TextArea
          name="list"
          label="Names"
          rows={12}
          hint="One a line, or columns copied from a spreadsheet. Two columns are first name and family name, unless a first row of headings says otherwise; a column “group” puts students in groups."
          reply={reply}
        />
        <Field
          type="file"
          name="file"
          label="Or a CSV file"
          hint="Its text goes into the field above, where you can change it."
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          reply={reply}
        />
        <p className="btns">
          <button className={shown ? "btn" : "btn go"} type="submit">
            Show what would happen
          </button>
          <a className="btn plain" href={`/teach/classes/${id}/roster`}>
            Leave it
          </a>
        </p>
        {shown ? <ImportPlan {...shown} /> : null}
      </form>
      <p className="read">
        Each new student gets a PIN on a card that you print and hand out; they need no e-mail address. Nothing is
        stored until you have seen what would happen to each name and agreed.
      </p>
    </Page>
  );
}
