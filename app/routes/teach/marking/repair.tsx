import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { KeyLines } from "~/components/key-lines";
import { Mark } from "~/components/mark";
import { Page } from "~/components/page";
import { Prose } from "~/components/prose";
import { looked } from "~/models/audit.server";
import { dryRun, repair } from "~/models/repair.server";
import item from "~/styles/item.css?url";
import teach from "~/styles/teach.css?url";
import { moment } from "~/text";
import { refuse } from "../../account/parse-form.server";
import { RepairEffect } from "./repair-effect";
import { kindWords, RepairFields } from "./repair-fields";
import { questionOf, repairForm } from "./repair-form.server";

export const links = () => [item, teach].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Fix question ${data?.question.slot ?? ""}: ${data?.title} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { assignment, question } = await questionOf(args);
  await looked(assignment, "questions");
  const { id, title, className, zone, viewer: visitor } = assignment;
  const { key: _, ...shown } = question;
  return { visitor, id, title, className, zone, question: shown };
}

/** Shows what a correction would do; does it when the form comes back with the name of what was shown. */
export async function action(args: ActionFunctionArgs) {
  const { assignment, question } = await questionOf(args);
  const { draft, typed, response, errors } = await repairForm(args.request, question);
  if (!draft) return refuse(typed, errors);
  if (!typed.seen) return { typed, errors: {}, response, plan: await dryRun(assignment, question.version, draft) };
  const { outcome, plan } = await repair(assignment, question.version, draft, typed.seen);
  if (outcome === "repaired") return redirect(new URL(args.request.url).pathname);
  const since = { "": ["Somebody handed in or a mark changed since you looked. Nothing was corrected; look again."] };
  return data({ typed, errors: since, response, plan }, { status: 409 });
}

export default function Repair() {
  const { visitor, id, title, className, zone, question } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const address = `/teach/assignments/${id}/questions/${question.version}`;
  const plan = reply && "plan" in reply ? reply.plan : null;
  const inForce = question.repairs.filter((one) => one.undoneAt === null);
  const dropped = inForce.some((one) => one.kind === "drop");
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href={`/teach/assignments/${id}`}>
            {className} · {title}
          </a>
        </p>
        <h1>Fix question {question.slot}</h1>
      </header>
      <section className="stack" aria-label="The question">
        <Prose className="ask" text={question.stem} />
        <KeyLines rows={question.solved} />
      </section>
      {question.repairs.length > 0 ? (
        <section className="stack" aria-labelledby="corrected">
          <h2 id="corrected">Corrected so far</h2>
          <ul>
            {question.repairs.map((one) => (
              <li key={one.id}>
                {moment(one.madeAt, zone)}: {kindWords[one.kind]}. “{one.note}”
                {one.undoneAt ? ` Undone ${moment(one.undoneAt, zone)}.` : ""}
              </li>
            ))}
          </ul>
          {inForce.length > 0 ? (
            <form method="post" action={`${address}/undo`}>
              <button className="btn" type="submit">
                Undo the last one
              </button>
            </form>
          ) : null}
        </section>
      ) : null}
      {dropped ? (
        <p className="read">It is out of the quiz. Undo that to correct it in another way.</p>
      ) : (
        <form method="post" action={address} className="stack">
          <h2>What is to happen</h2>
          <RepairFields question={question} reply={reply} />
          <p className="btns">
            <button className={plan ? "btn" : "btn go"} type="submit">
              Show what would change
            </button>
          </p>
          {plan ? <RepairEffect plan={plan} /> : null}
        </form>
      )}
      <p className="small soft says">
        <Mark name="waiting" />
        Nothing changes until you have seen every student’s old and new mark and agreed.
      </p>
    </Page>
  );
}
