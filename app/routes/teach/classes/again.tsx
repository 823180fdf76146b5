import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtClass } from "~/access/classes.server";
import { isId, notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { looked } from "~/models/audit.server";
import { idOnce } from "~/models/once.server";
import { type About, propose, teachAgain } from "~/models/reteach.server";
import { inAWeek, isOver } from "~/models/wall-time.server";
import teach from "~/styles/teach.css?url";
import { refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { AgainFields } from "./again-fields";
import { readPlan } from "./again-plan.server";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name}: teach it again · Keyhole` }];

/** What to give to the students who hold one idea, or who chose one answer, before it is given. */
export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  await looked(taught, "wrong ideas");
  const about = aboutOf(args.request);
  if (!about) throw redirect(`/teach/classes/${taught.id}/misconceptions`);
  const proposal = await propose(taught, about);
  if (!proposal) throw notFound();
  const { id, name, viewer: visitor } = taught;
  return { visitor, id, name, back: backOf(id, about), proposal, dueAt: inAWeek(taught.zone), zone: taught.zone };
}

/** Gives it. Sent twice it is given once. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const about = aboutOf(args.request);
  if (!about) throw redirect(`/teach/classes/${taught.id}/misconceptions`);
  const proposal = await propose(taught, about);
  if (!proposal) throw notFound();
  const { plan, typed, errors } = readPlan(await formBody(args.request), taught.zone);
  if (!plan) return refuse(typed, errors);
  const once = { ...typed, class: taught.id, ...about };
  const ids = {
    assignment: idOnce(taught.viewer, { ...once, makes: "assignment" }),
    quiz: idOnce(taught.viewer, { ...once, makes: "quiz" }),
  };
  if (plan.dueAt && isOver(plan.dueAt)) return refuse(typed, { dueAt: ["That is over already."] });
  const made = await teachAgain(taught, proposal, plan, ids);
  if ("stale" in made) return refuse(typed, { [made.stale]: [staleWords[made.stale]] }, 409);
  return redirect(
    proposal.misconception ? backOf(taught.id, about, proposal.misconception) : `/teach/assignments/${made.id}`,
  );
}

const staleWords = {
  students: "Somebody you ticked is not in the class any more. Look through the list again.",
  place: "Choose a section from the list.",
  items: "One of these questions cannot be asked any more. Choose from the list as it is now.",
};

/** @returns undefined for an address that names neither an idea nor an answer */
function aboutOf(request: Request): About | undefined {
  const query = new URL(request.url).searchParams;
  const [idea, version, code, only] = ["idea", "version", "code", "assignment"].map((name) => query.get(name) ?? "");
  if (only && !isId(only)) throw notFound();
  const assignment = only || undefined;
  if (idea) return { idea, assignment };
  return version && code && isId(version) ? { version, code, assignment } : undefined;
}

const backOf = (id: string, { assignment }: About, idea?: string) =>
  `/teach/classes/${id}/misconceptions${assignment ? `?assignment=${assignment}` : ""}${idea ? `#${idea}` : ""}`;

export default function Again() {
  const { visitor, id, name, back, proposal, dueAt, zone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { idea, stem, students } = proposal;
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${id}`}>{name}</a> · <a href={back}>Wrong ideas</a>
      </p>
      <h1>Teach it again</h1>
      {stem ? <p className="read">Asked: {stem}</p> : null}
      {idea ? <p className="read">The wrong idea: {idea}</p> : null}
      {students.length === 0 ? (
        <p className="said is-waiting">Nobody holds this any more, so there is nobody to give it to.</p>
      ) : (
        <AgainFields proposal={proposal} dueAt={dueAt} zone={zone} reply={reply} back={back} />
      )}
    </Page>
  );
}
