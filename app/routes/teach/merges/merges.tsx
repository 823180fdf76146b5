import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import { isId, notFound } from "~/access/visitor.server";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import { Select } from "~/components/select";
import { listMerges, type Merged, merge } from "~/models/merge.server";
import { planMerge } from "~/models/merge-plan.server";
import { idOnce } from "~/models/once.server";
import { students } from "~/models/roster.server";
import { closeAllOver } from "~/models/submission.server";
import teach from "~/styles/teach.css?url";
import { moment } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";
import { MergePreview, refusalWords } from "./merge-preview";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Class"}: one student, two records · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const { id, name, zone, viewer: visitor } = taught;
  await closeAllOver(id);
  const query = new URL(args.request.url).searchParams;
  const [kept, gone] = [query.get("kept") ?? "", query.get("gone") ?? ""];
  const plan = isId(kept) && isId(gone) ? await planMerge(taught, { kept, gone }) : undefined;
  const trouble =
    undone[query.get("undo") ?? ""] ?? (query.has("kept") && !plan ? "Choose two different students." : null);
  return {
    ...{ visitor, id, name, zone, kept, gone, plan: plan ?? null, trouble },
    students: (await students(taught)).map((one): [string, string] => [one.personId, one.name]),
    merged: await listMerges(taught),
  };
}

/** Makes the two one, as the preview said. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const { value, typed } = await parseForm(args.request, Form);
  if (!value) throw notFound();
  const { kept, gone } = value;
  const done = await merge(taught, { kept, gone }, idOnce(taught.viewer, value));
  if (done === "gone")
    return refuse(typed, { "": ["These two are not two students of the class any more. Choose again."] }, 409);
  if (done !== "done") return refuse(typed, { "": [refusalWords(done)] }, 409);
  return redirect(`/teach/classes/${taught.id}/merges#merged`);
}

const Person = z.string().refine(isId);
const Form = z.object({ once: z.string().optional(), kept: Person, gone: Person });

/** Why two records could not be taken apart. */
const undone: Record<string, string> = {
  later: "The record that stayed was merged once more since. Take that apart first.",
  "under way": "Both would be in the same quiz now. Wait until one of them is handed in.",
  taken: "Somebody in the class has the name of that record now. Rename them first.",
};

export default function Merges() {
  const { visitor, id, name, zone, students, kept, gone, plan, trouble, merged } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const none: [string, string] = ["", "Choose a student"];
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href={`/teach/classes/${id}/roster`}>{name}: students</a>
        </p>
        <h1>One student, two records</h1>
      </header>
      <p className="read">
        Somebody joined twice, perhaps under a nickname. Make the two one: what they did stands together. First you see
        what would move.
      </p>
      <ErrorSummary reply={reply} />
      {trouble ? (
        <p className="said is-wrong" role="alert">
          <span />
          <span>{trouble}</span>
        </p>
      ) : null}
      <form method="get">
        <Select
          name="kept"
          label="The record that stays"
          hint="With its name, PIN or password, and what it always gets."
          options={[none, ...students]}
          value={kept}
        />
        <Select name="gone" label="The record that goes into it" options={[none, ...students]} value={gone} />
        <p className="btns">
          <button className={plan ? "btn" : "btn go"} type="submit">
            Show what would move
          </button>
        </p>
      </form>
      {plan ? <MergePreview plan={plan} kept={kept} gone={gone} /> : null}
      {merged.length > 0 ? <Done id={id} zone={zone} merged={merged} /> : null}
    </Page>
  );
}

function Done({ id, zone, merged }: { id: string; zone: string; merged: Merged[] }) {
  return (
    <section aria-labelledby="merged" className="stack">
      <h2 id="merged">Made one</h2>
      <p className="soft">
        Taken apart, each has again what they did. What was done since stays with the one who stayed.
      </p>
      <ul className="undo">
        {merged.map((one) => (
          <li key={one.id}>
            <span>
              {one.gone} went into {one.kept}{" "}
              <span className="soft">
                ({one.by}, {moment(one.at, zone)})
              </span>
            </span>
            <form method="post" action={`/teach/classes/${id}/merges/${one.id}/undo`}>
              <button className="linky" type="submit">
                Take apart
                <span className="vh">
                  {" "}
                  {one.gone} and {one.kept}
                </span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
