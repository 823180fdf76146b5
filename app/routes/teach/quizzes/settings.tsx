import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedQuiz } from "~/access/quizzes.server";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave, type Reply } from "~/components/form";
import { Page } from "~/components/page";
import { TextArea } from "~/components/text-area";
import { change, planOf, stateOf } from "~/models/quiz-builder.server";
import { setSettings } from "~/models/quiz-moves";
import { share } from "~/models/quiz-shelf.server";
import quizStyles from "~/styles/quiz.css?url";
import teach from "~/styles/teach.css?url";
import { parseForm, refuse } from "../../account/parse-form.server";
import { Choices } from "../choices";
import { AsItStands } from "./as-it-stands";
import { bandRows, bandsOf, fieldsOf, labels, type SettingsFields, SettingsForm } from "./settings-form";
import { refuseStale } from "./stale.server";

export const links = () => [teach, quizStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.fields.title ?? "Quiz"}: title, text and rules · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const quiz = await editedQuiz(args);
  const { settings } = await planOf(quiz);
  const mine = quiz.ownerId === quiz.viewer.id;
  const fields = fieldsOf(settings, quiz.shared);
  return { visitor: quiz.viewer, slug: quiz.slug, title: quiz.title, state: stateOf(quiz), mine, fields };
}

/** Changes title, introduction, practice and how the quiz is taken. Attempts that were started keep theirs. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await editedQuiz(args);
  const { value, typed, errors } = await parseForm(args.request, SettingsForm);
  if (!value) return refuse(typed, errors);
  const { seen, shared, sequential, shuffleQuestions, shuffleOptions, ...rest } = value;
  const bands = bandsOf(value);
  if (typeof bands === "string") return refuse(typed, { from1: [bands] });
  const { title, intro, practice, perPage } = rest;
  const done = await change(
    quiz,
    seen,
    setSettings({
      ...{ title, intro, practice, perPage, bands },
      sequential: sequential === "yes",
      shuffleQuestions: shuffleQuestions === "yes",
      shuffleOptions: shuffleOptions === "yes",
    }),
  );
  if (done === "stale") return refuseStale(quiz, typed);
  if (shared) await share(quiz, shared === "yes");
  return redirect(`/teach/quizzes/${quiz.slug}#did`);
}

export default function QuizSettings() {
  const { visitor, slug, title, state, mine, fields } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const yesOrNo = (name: keyof SettingsFields, legend: string, yes: [string, string?], no: [string, string?]) => (
    <Choices
      name={name}
      legend={legend}
      choices={[
        ["no", ...no],
        ["yes", ...yes],
      ]}
      value={reply?.typed[name] ?? fields[name] ?? "no"}
      error={reply?.errors[name]?.[0]}
    />
  );
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/quizzes/${slug}`}>{title}</a>
      </p>
      <h1>Title, text and rules</h1>
      <p className="read">Who has started keeps what they started with.</p>
      <form method="post">
        <input type="hidden" name="seen" value={state} />
        <ErrorSummary reply={reply} />
        <AsItStands reply={reply} present={fields} labels={labels} />
        <Field
          name="title"
          label={labels.title as string}
          maxLength={120}
          autoComplete="off"
          defaultValue={fields.title}
          reply={reply}
        />
        <TextArea
          name="intro"
          label={labels.intro as string}
          hint="Read before the first question. Markdown: *important*, - lists, [links](https://example.org)."
          rows={5}
          defaultValue={fields.intro ?? ""}
          reply={reply}
        />
        <Choices
          name="practice"
          legend={labels.practice as string}
          choices={[
            ["nobody", "Nobody", "It is asked only where you give it to a class."],
            ["class", "Students of your classes", "And of every class that it was given to."],
            ["everybody", "Everybody", "Also who is not signed in. Then its questions are no secret."],
          ]}
          value={reply?.typed.practice ?? fields.practice ?? "nobody"}
          error={reply?.errors.practice?.[0]}
        />
        <Field
          type="number"
          name="perPage"
          label={labels.perPage as string}
          hint="1 to 100. A new section begins on a new page."
          min={1}
          max={100}
          step={1}
          defaultValue={fields.perPage}
          reply={reply}
        />
        {yesOrNo(
          "sequential",
          labels.sequential as string,
          ["Only forwards", "A page that was left is not shown again."],
          ["Freely, back and forth"],
        )}
        {yesOrNo(
          "shuffleQuestions",
          labels.shuffleQuestions as string,
          ["Each student’s own", "Shuffled within each section, and stable in an attempt."],
          ["The same for all"],
        )}
        {yesOrNo(
          "shuffleOptions",
          labels.shuffleOptions as string,
          ["Each student’s own", "Shuffled, and stable in an attempt."],
          ["The same for all"],
        )}
        <BandFields fields={fields} reply={reply} />
        {mine
          ? yesOrNo(
              "shared",
              labels.shared as string,
              ["Every teacher here", "Each change says who made it, and can be undone."],
              ["Only you"],
            )
          : null}
        <KeepOrLeave keep="Keep it" leave={`/teach/quizzes/${slug}`} />
      </form>
    </Page>
  );
}

function BandFields({ fields, reply }: { fields: SettingsFields; reply: Reply | undefined }) {
  return (
    <fieldset className="field wide">
      <legend>Words about the whole result</legend>
      <span className="hint">
        Said with the result, by how much of all points was reached. The highest one that fits is said. Leave rows empty
        that you do not need.
      </span>
      {bandRows.map((row) => (
        <div className="bandrow" key={row}>
          <Field
            name={`from${row}`}
            label={`From, in %${row === 1 ? "" : ` (${row})`}`}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={fields[`from${row}`] ?? ""}
            reply={reply}
          />
          <Field
            name={`text${row}`}
            label={`Say${row === 1 ? "" : ` (${row})`}`}
            maxLength={1000}
            autoComplete="off"
            defaultValue={fields[`text${row}`] ?? ""}
            reply={reply}
          />
        </div>
      ))}
    </fieldset>
  );
}
