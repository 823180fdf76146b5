import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import type { Person } from "~/access/rights";
import { teacher } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { assign } from "~/models/assignment.server";
import { assignmentDraft, columnsOf, draftOf, fitting } from "~/models/assignment-draft.server";
import { audienceChoices, wholeClass } from "~/models/audience.server";
import { listTaught, type TaughtClassOverview } from "~/models/classroom.server";
import { listLessons } from "~/models/lesson.server";
import { idOnce } from "~/models/once.server";
import { listGivable } from "~/models/quiz-shelf.server";
import { presets } from "~/models/review-matrix";
import { inAWeek, isOver } from "~/models/wall-time.server";
import giving from "~/styles/giving.css?url";
import teach from "~/styles/teach.css?url";
import { refuse } from "../../account/parse-form.server";
import { type AssignmentFields, AssignmentForm } from "./assignment-form";
import { givenBefore, pointsTrouble } from "./before.server";
import { givenOf, whatShape } from "./given.server";
import { readPosted } from "./posted.server";

export const links = () => [teach, giving].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "Give a lesson or a quiz · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await teacher(args);
  const query = new URL(args.request.url).searchParams;
  if (!query.get("class")) return { visitor, choose: await listTaught(visitor), form: null, rest: restOf(query) };
  const taught = await chosenClass(args);
  const { id, name, zone } = taught;
  const lessons = (await listLessons()).map(({ slug, number, title, quiz, sections }) => ({
    ...{ slug, number, title, quiz, sections },
  }));
  const quizzes = await listGivable(visitor);
  const [lesson, quiz] = [query.get("lesson") ?? "", query.get("quiz") ?? ""];
  const students = query.getAll("student");
  return {
    visitor,
    ...{ choose: null, rest: "" },
    form: {
      ...{ id, name, fields: usual(zone), shelf: { lessons, quizzes } },
      klass: { zone, choices: await audienceChoices(taught), others: await givenBefore(taught) },
      what: { what: lesson ? (quiz ? "unit" : "lesson") : "quiz", lesson, quiz, unitQuiz: lesson ? quiz : "" },
      audience: students.length > 0 ? { everybody: false, groups: [], students } : wholeClass,
    },
  };
}

/** Gives a lesson, a quiz or both to the class that the address names. */
export async function action(args: ActionFunctionArgs) {
  const taught = await chosenClass(args);
  const schema = assignmentDraft(taught.zone).safeExtend({ ...whatShape, once: z.string().optional() });
  const { value, audience, typed, errors } = await readPosted(args.request, schema, taught);
  if (!value) return refuse(typed, errors);
  const { what, lesson, quiz, unitQuiz, once: _, ...draft } = value;
  if (draft.closesAt && isOver(draft.closesAt)) return refuse(typed, { closesAt: ["That is over already."] });
  const found = await givenOf({ what, lesson, quiz, unitQuiz }, await listLessons(), taught);
  if ("errors" in found) return refuse(typed, found.errors);
  const { given } = found;
  const wrong = draft.afterId ? await pointsTrouble(taught, draft.afterId, draft.afterPercent) : null;
  if (wrong) return refuse(typed, wrong);
  const all = { ...fitting(draftOf(draft), given), audience };
  const id = await assign(taught, given, all, idOnce(taught.viewer, { ...typed, class: taught.id }));
  if (!id) return refuse(typed, { [what === "unit" ? "unitQuiz" : "quiz"]: ["Choose from the list."] });
  return redirect(`/teach/assignments/${id}`);
}

function usual(zone: string): AssignmentFields {
  return {
    ...{ title: "", opensAt: "", dueAt: inAWeek(zone), closesAt: "", attemptsAllowed: 1 },
    ...{ preset: "homework", ...columnsOf(presets.homework), tries: "", penaltyPercent: 0, asksConfidence: false },
    ...{ limitMinutes: "", graceSeconds: 30, lateAllowed: "yes", counts: "highest", passPercent: null },
    ...{ lessonFirst: true, checksRequired: false, password: "", afterId: "", afterPercent: "" },
  };
}

/** What the address says beside the class, to be said again once the class is chosen. */
function restOf(query: URLSearchParams): string {
  const rest = new URLSearchParams([...query].filter(([name]) => ["lesson", "quiz"].includes(name)));
  return rest.size > 0 ? `&${rest}` : "";
}

/** The class is chosen before the form is shown, because the dates are meant in its zone. */
function chosenClass({ request }: LoaderFunctionArgs) {
  return taughtClass({ request, params: { class: new URL(request.url).searchParams.get("class") ?? undefined } });
}

export default function NewAssignment() {
  const { visitor, choose, form, rest } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  if (!form) return <ChooseClass visitor={visitor} classes={choose} rest={rest} />;
  const { id, name, ...given } = form;
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${id}`}>{name}</a>
      </p>
      <h1>Give {name} a lesson or a quiz</h1>
      <AssignmentForm {...given} reply={reply} button={`Give it to ${name}`} back={`/teach/classes/${id}`} />
    </Page>
  );
}

function ChooseClass({ visitor, classes, rest }: { visitor: Person; classes: TaughtClassOverview[]; rest: string }) {
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <h1>Give it to which class?</h1>
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
