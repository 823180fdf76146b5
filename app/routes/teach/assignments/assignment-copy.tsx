import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtAssignment, taughtClass } from "~/access/classes.server";
import type { TaughtAssignment } from "~/access/rights";
import { isId } from "~/access/visitor.server";
import { Field } from "~/components/field";
import { FieldError } from "~/components/field-error";
import { ErrorSummary, KeepOrLeave, type Reply } from "~/components/form";
import { Once } from "~/components/once";
import { Page } from "~/components/page";
import { copyAssignment } from "~/models/assignment-copy.server";
import { disorder } from "~/models/assignment-draft.server";
import { listTaught } from "~/models/classroom.server";
import { idOnce } from "~/models/once.server";
import { blocking } from "~/models/quiz-outline.server";
import { asPlanned, dateNames, daysLater, shifted } from "~/models/shifted-dates.server";
import { isOver } from "~/models/wall-time.server";
import teach from "~/styles/teach.css?url";
import { refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { Choices } from "../choices";
import { dates } from "./phase-words";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Copy ${data?.title ?? "a quiz"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = asPlanned(await taughtAssignment(args));
  const { id, title, classId, className, zone, viewer: visitor } = assignment;
  const ids = (new URL(args.request.url).searchParams.get("made") ?? "").split(",").filter(isId);
  const made = await Promise.all(ids.map((one) => taughtAssignment({ ...args, params: { assignment: one } })));
  const [first] = datesOf(assignment);
  return {
    ...{ visitor, id, title, classId, className, zone },
    // An address may name anything: only what can be a copy of this is said to be one.
    made: made
      .filter((one) => one.quiz === assignment.quiz && one.id !== id)
      .map((one) => ({ id: one.id, className: one.className, dates: dates(one, one.zone) })),
    has: datesOf(assignment).map(({ name }) => name),
    stands: dates(assignment, zone),
    suggested: first ? { name: first.name, at: daysLater(first.at, zone, 7) } : null,
    classes: (await listTaught(visitor)).map(({ id, name, zone }) => ({ id, name, zone })),
  };
}

/** Gives the chosen classes the same, with all dates moved by as much as the one that was set. */
export async function action(args: ActionFunctionArgs) {
  const assignment = asPlanned(await taughtAssignment(args));
  const form = await formBody(args.request);
  const text = (name: string) => String(form.get(name) ?? "");
  const chosen = [...new Set(form.getAll("class").map(String))];
  const typed = { at: text("at"), date: text("date"), class: chosen.join(" ") };
  if (chosen.length === 0) return refuse(typed, { class: ["Choose at least one class."] });
  const classes = await Promise.all(chosen.map((id) => taughtClass({ ...args, params: { class: id } })));
  const [why] = assignment.quiz === null ? [] : await blocking(assignment.quiz, assignment.viewer);
  if (why) return refuse(typed, { "": [`The quiz cannot be given now. ${why}`] }, 409);
  const name = dateNames.find((one) => one === typed.date);
  const to = classes.map((taught) => ({
    taught,
    dates:
      datesOf(assignment).length === 0
        ? { opensAt: null, dueAt: null, closesAt: null }
        : name
          ? shifted(assignment, assignment.zone, taught.zone, name, typed.at)
          : null,
  }));
  const ready = to.flatMap(({ taught, dates }) => (dates ? [{ taught, dates }] : []));
  if (ready.length < to.length) return refuse(typed, { at: ["Give a date and a time, such as 2026-11-19T10:55."] });
  for (const { taught, dates } of ready) {
    const [wrong] = Object.values(disorder(dates));
    if (wrong) return refuse(typed, { at: [`In ${taught.name}: ${wrong} A clock change lies between.`] });
    if (dates.closesAt && isOver(dates.closesAt))
      return refuse(typed, { at: [`In ${taught.name} it would be over already. Choose a later date.`] });
  }
  const once = (taught: { id: string }) => ({ ...typed, once: form.get("once"), of: assignment.id, class: taught.id });
  const copies = ready.map((one) => ({ ...one, id: idOnce(assignment.viewer, once(one.taught)) }));
  const made = await copyAssignment(assignment, copies);
  if (!made) return refuse(typed, { "": ["The quiz is retired, or is not ready: it cannot be given now."] }, 409);
  return redirect(`/teach/assignments/${assignment.id}/copy?made=${made.join(",")}`);
}

const dateWords = { opensAt: "When it opens", dueAt: "When it is due", closesAt: "When it closes" };

function datesOf(assignment: TaughtAssignment) {
  return (["dueAt", "opensAt", "closesAt"] as const).flatMap((name) => {
    const at = assignment[name];
    return at ? [{ name, at }] : [];
  });
}

export default function CopyAssignment() {
  const { visitor, id, title, classId, className, zone, made, has, stands, suggested, classes } =
    useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/assignments/${id}`}>
          {className} · {title}
        </a>
      </p>
      <h1>Copy to a class</h1>
      {made.length > 0 ? <Made made={made} /> : null}
      <p className="read">
        The copy has the same lesson or quiz and all the same rules. It is for the whole class; exceptions, and what had
        to come before it, do not come along.
        {stands.length > 0 ? ` In ${className}: ${stands.join(", ")}.` : ""}
      </p>
      <form method="post">
        <Once />
        <ErrorSummary reply={reply} />
        <ClassChoice classes={classes} chosen={reply?.typed.class?.split(" ") ?? []} own={classId} reply={reply} />
        {suggested ? (
          <>
            <Choices
              name="date"
              legend="Which date you set"
              choices={has.map((name): [string, string] => [name, dateWords[name]])}
              value={reply?.typed.date ?? suggested.name}
            />
            <Field
              type="datetime-local"
              name="at"
              label="New date and time"
              hint={`By the clock of each class; here it is meant in ${zone}. All other dates move along and keep their distance, so that 12:00 stays 12:00 when clocks change.`}
              defaultValue={suggested.at}
              reply={reply}
            />
          </>
        ) : null}
        <KeepOrLeave keep="Copy it" leave={`/teach/assignments/${id}`} />
      </form>
    </Page>
  );
}

function Made({ made }: { made: { id: string; className: string; dates: string[] }[] }) {
  return (
    <div className="said is-right" role="status">
      <span />
      <ul className="undo">
        {made.map((one) => (
          <li key={one.id}>
            <a href={`/teach/assignments/${one.id}`}>{one.className} has it</a>
            {one.dates.length > 0 ? `: ${one.dates.join(", ")}` : ""}
          </li>
        ))}
      </ul>
    </div>
  );
}

function ClassChoice({
  classes,
  chosen,
  own,
  reply,
}: {
  classes: { id: string; name: string; zone: string }[];
  chosen: string[];
  own: string;
  reply: Reply | undefined;
}) {
  return (
    <fieldset className="field wide">
      <legend>Classes</legend>
      <FieldError id="class" error={reply?.errors.class?.[0]} />
      <div className="opts">
        {classes.map(({ id, name, zone }) => (
          <label className="opt" key={id}>
            <input type="checkbox" name="class" value={id} defaultChecked={chosen.includes(id)} />
            <span>
              {name}
              <span className="soft small line">
                {zone}
                {id === own ? ", has it already" : ""}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
