import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seenQuiz } from "~/access/quizzes.server";
import { Field } from "~/components/field";
import { Page } from "~/components/page";
import { openTrial, trialStudents, tryQuiz } from "~/models/trial.server";
import teach from "~/styles/teach.css?url";
import { parseForm, refuse } from "../../account/parse-form.server";
import { chosenStudent, notReady, TrialForm } from "../assignments/trial-parts";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Try ${data?.title ?? "a quiz"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const quiz = await seenQuiz(args);
  const { slug, title, viewer: visitor } = quiz;
  return { visitor, slug, title, open: await openTrial(visitor), students: await trialStudents(visitor) };
}

/** Starts a trial of the quiz as it is now. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await seenQuiz(args);
  const { value, typed, errors } = await parseForm(args.request, Trial);
  if (!value) return refuse(typed, errors);
  const students = await trialStudents(quiz.viewer);
  const as = chosenStudent(students, value.as);
  if (as === undefined) return refuse(typed, { "": ["Choose somebody from the list."] });
  const attempt = await tryQuiz(quiz, as, value.limitMinutes ?? null);
  if (attempt === "not ready") return refuse(typed, { "": [notReady] }, 409);
  return redirect(`/attempts/${attempt}`);
}

const Trial = z.object({
  as: z.string().max(100).optional(),
  limitMinutes: z
    .number("Give a number of minutes, or leave it empty.")
    .int("Give whole minutes.")
    .min(1, "Give at least one minute.")
    .max(1440, "Give at most 1440 minutes, which is a day.")
    .optional(),
});

export default function TryQuiz() {
  const { visitor, slug, title, open, students } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/quizzes/${slug}`}>{title}</a>
      </p>
      <h1>Try it as a student</h1>
      <p className="read">
        You meet the very pages that students meet. What you answer is nobody’s work and is in no report; it goes when
        you try the next time.
      </p>
      <TrialForm open={open} students={students} withClass reply={reply}>
        <Field
          type="number"
          name="limitMinutes"
          label="Time limit in minutes"
          hint="A quiz has a limit only where you give it to a class. To see one now, say how long; who has extra time gets more. Left empty, there is none."
          min={1}
          max={1440}
          step={1}
          reply={reply}
        />
      </TrialForm>
    </Page>
  );
}
