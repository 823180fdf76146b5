import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import type { Person } from "~/access/rights";
import { teacher } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { assign } from "~/models/assignment.server";
import { assignmentDraft, columnsOf, draftOf } from "~/models/assignment-draft.server";
import { listTaught, type TaughtClassOverview } from "~/models/classroom.server";
import { idOnce } from "~/models/once.server";
import { blocking } from "~/models/quiz-outline.server";
import { listGivable } from "~/models/quiz-shelf.server";
import { presets } from "~/models/review-matrix";
import { inAWeek, isOver } from "~/models/wall-time.server";
import teach from "~/styles/teach.css?url";
import { parseForm, refuse } from "../../account/parse-form.server";
import { type AssignmentFields, AssignmentForm } from "./assignment-form";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "Give a quiz · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await teacher(args);
  const query = new URL(args.request.url).searchParams;
  const quiz = query.get("quiz") ?? undefined;
  if (!query.get("class")) return { visitor, choose: await listTaught(visitor), form: null, quiz };
  const { id, name, zone } = await chosenClass(args);
  const fields: AssignmentFields = {
    title: "",
    opensAt: "",
    dueAt: inAWeek(zone),
    closesAt: "",
    attemptsAllowed: 1,
    preset: "homework",
    ...columnsOf(presets.homework),
    tries: "",
    penaltyPercent: 0,
    asksConfidence: false,
    limitMinutes: "",
    graceSeconds: 30,
    lateAllowed: "yes",
    counts: "highest",
    passPercent: null,
  };
  return {
    visitor,
    ...{ choose: null, quiz },
    form: { id, name, zone, fields, quizzes: await listGivable(visitor), quiz },
  };
}

/** Gives a quiz to the class that the address names. */
export async function action(args: ActionFunctionArgs) {
  const taught = await chosenClass(args);
  const schema = assignmentDraft(taught.zone).safeExtend({
    quiz: z.string("Choose a quiz."),
    once: z.string().optional(),
  });
  const { value, typed, errors } = await parseForm(args.request, schema);
  if (!value) return refuse(typed, errors);
  const { quiz, once: _, ...draft } = value;
  if (draft.closesAt && isOver(draft.closesAt)) return refuse(typed, { closesAt: ["That is over already."] });
  const [why] = await blocking(quiz, taught.viewer);
  if (why) return refuse(typed, { quiz: [why] });
  const id = await assign(taught, quiz, draftOf(draft), idOnce(taught.viewer, { ...typed, class: taught.id }));
  if (!id) return refuse(typed, { quiz: ["Choose a quiz from the list."] });
  return redirect(`/teach/assignments/${id}`);
}

/** The class is chosen before the form is shown, because the dates are meant in its zone. */
function chosenClass({ request }: LoaderFunctionArgs) {
  return taughtClass({ request, params: { class: new URL(request.url).searchParams.get("class") ?? undefined } });
}

export default function NewAssignment() {
  const { visitor, choose, form, quiz } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!form) return <ChooseClass visitor={visitor} classes={choose} quiz={quiz} />;
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${form.id}`}>{form.name}</a>
      </p>
      <h1>Give {form.name} a quiz</h1>
      <AssignmentForm {...form} reply={reply} button={`Give it to ${form.name}`} back={`/teach/classes/${form.id}`} />
    </Page>
  );
}

function ChooseClass({
  visitor,
  classes,
  quiz,
}: {
  visitor: Person;
  classes: TaughtClassOverview[];
  quiz: string | undefined;
}) {
  const rest = quiz ? `&quiz=${encodeURIComponent(quiz)}` : "";
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <h1>Give a quiz to which class?</h1>
      {classes.length === 0 ? (
        <p className="read">
          You have no class yet. <a href="/teach">Make one first</a>.
        </p>
      ) : (
        <ul>
          {classes.map(({ id, name }) => (
            <li key={id}>
              <a href={`/teach/assignments/new?class=${id}${rest}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
