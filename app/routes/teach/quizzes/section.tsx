import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { editedQuiz } from "~/access/quizzes.server";
import type { EditedQuiz } from "~/access/rights";
import { notFound } from "~/access/visitor.server";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { TextArea } from "~/components/text-area";
import { change, planOf, stateOf } from "~/models/quiz-builder.server";
import { addSection, setSection } from "~/models/quiz-moves";
import { mostSections } from "~/models/quiz-plan";
import quizStyles from "~/styles/quiz.css?url";
import teach from "~/styles/teach.css?url";
import { parseForm, refuse } from "../../account/parse-form.server";
import { AsItStands } from "./as-it-stands";
import { Markdown, Seen } from "./fields";
import { refuseStale } from "./stale.server";

export const links = () => [teach, quizStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Quiz"}: ${data?.number ? data.section.heading : "a new section"} · Keyhole` },
];

const none = { heading: "", text: "", stimulus: "" };

export async function loader(args: LoaderFunctionArgs) {
  const quiz = await editedQuiz(args);
  const { number, section } = await asked(quiz, args.params.section);
  return { visitor: quiz.viewer, slug: quiz.slug, title: quiz.title, state: stateOf(quiz), number, section };
}

/** Adds a section, or changes the one that the address names. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await editedQuiz(args);
  const { value, typed, errors } = await parseForm(args.request, SectionForm);
  if (!value) return refuse(typed, errors);
  const { seen, ...section } = value;
  const isNew = args.params.section === "new";
  const place = Number(args.params.section) - 1;
  const done = isNew
    ? await change(quiz, null, addSection(section))
    : await change(quiz, seen, setSection(place, section));
  if (done === "stale") return refuseStale(quiz, typed);
  if (done === "same" && isNew) return refuse(typed, { "": [`A quiz has at most ${mostSections} sections.`] });
  return redirect(`/teach/quizzes/${quiz.slug}#did`);
}

const SectionForm = z.object({
  seen: Seen,
  heading: z
    .string("Give the section a heading.")
    .trim()
    .min(1, "Give the section a heading.")
    .max(200, "Use at most 200 characters."),
  text: Markdown,
  stimulus: Markdown,
});

async function asked(quiz: EditedQuiz, param: string | undefined) {
  if (param === "new") return { number: null, section: none };
  const number = Number(param);
  const section = (await planOf(quiz)).sections[number - 1];
  if (!section) throw notFound();
  return { number, section };
}

const labels = { heading: "Heading", text: "Text before its questions", stimulus: "Beside each of its questions" };

export default function QuizSection() {
  const { visitor, slug, title, state, number, section } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/quizzes/${slug}`}>{title}</a>
      </p>
      <h1>{number ? `Section ${number}: ${section.heading}` : "Add a section"}</h1>
      <form method="post">
        <input type="hidden" name="seen" value={state} />
        <ErrorSummary reply={reply} />
        <AsItStands reply={reply} present={section} labels={labels} />
        <Field
          name="heading"
          label={labels.heading}
          maxLength={200}
          autoComplete="off"
          defaultValue={section.heading}
          reply={reply}
        />
        <TextArea
          name="text"
          label={labels.text}
          hint="Read once, where the section begins. Markdown. May be left empty."
          rows={4}
          defaultValue={section.text}
          reply={reply}
        />
        <TextArea
          name="stimulus"
          label={labels.stimulus}
          hint="What all its questions are about, such as a case or an excerpt: it stays on the page with them. Markdown. May be left empty."
          rows={10}
          defaultValue={section.stimulus}
          reply={reply}
        />
        <KeepOrLeave keep={number ? "Keep the section" : "Add the section"} leave={`/teach/quizzes/${slug}`} />
      </form>
    </Page>
  );
}
