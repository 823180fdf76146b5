import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { editedQuiz } from "~/access/quizzes.server";
import { teacher } from "~/access/visitor.server";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { Select } from "~/components/select";
import { Draw } from "~/models/draw";
import { change, planOf } from "~/models/quiz-builder.server";
import { addSlots } from "~/models/quiz-moves";
import { poolSize } from "~/models/quiz-outline.server";
import { mostSlots } from "~/models/quiz-plan";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";
import { filterLists } from "../items/bank-filter.server";
import { type Kind, KindSelects, kindOptions, kinds } from "../items/kind-selects";
import { readSection, sectionOptions } from "./section-field";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Quiz"}: draw questions · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const quiz = await editedQuiz(args);
  const { sections } = await planOf(quiz);
  const query = new URL(args.request.url).searchParams;
  const by = Object.fromEntries(kinds.map((name) => [name, query.get(name) || undefined]));
  const draw = Draw.safeParse({ v: 1, ...by }).data;
  return {
    ...{ visitor: quiz.viewer, slug: quiz.slug, title: quiz.title, sections },
    lists: await filterLists(await teacher(args)),
    by: Object.fromEntries(kinds.map((name) => [name, query.get(name) ?? ""])) as Record<Kind, string>,
    pool: draw ? await poolSize(quiz, draw) : null,
  };
}

const Part = z.string().max(100).optional();

/** Adds places that draw a question each, for each student anew. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await editedQuiz(args);
  const { value, typed, errors } = await parseForm(args.request, DrawForm);
  if (!value) return refuse(typed, errors);
  const { howMany, section: given, ...by } = value;
  const draw = Draw.safeParse({ v: 1, ...by }).data;
  if (!draw) return refuse(typed, { "": ["Choose at least one thing to draw by."] });
  const offered = kindOptions(await filterLists(await teacher(args)));
  const unknown = kinds.filter((part) => draw[part] && !offered[part].some(([value]) => value === draw[part]));
  if (unknown.length > 0)
    return refuse(typed, Object.fromEntries(unknown.map((part) => [part, ["Choose one from the list."]])));
  const section = readSection(given ?? "", (await planOf(quiz)).sections.length);
  const slot = { section, itemId: null, pinnedVersion: null, draw, weight: 1 };
  const done = await change(quiz, null, addSlots(Array.from({ length: howMany }, () => slot)));
  if (done === "same") return refuse(typed, { "": [`The quiz has its ${mostSlots} questions.`] }, 409);
  return redirect(`/teach/quizzes/${quiz.slug}#did`);
}

const DrawForm = z.object({
  ...{ objective: Part, interaction: Part, difficulty: Part, tag: Part, section: Part },
  howMany: z
    .number("Say how many.")
    .int("Give a whole number.")
    .min(1, "Draw at least one.")
    .max(50, "Draw at most 50."),
});

export default function Draws() {
  const { visitor, slug, title, sections, lists, by, pool } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const chosen = { ...by, ...reply?.typed };
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/quizzes/${slug}`}>{title}</a>
      </p>
      <h1>Add drawn questions</h1>
      <p className="read">
        Each student gets questions of their own, drawn from the ready ones of the course and of the quiz’s owner when
        they start. A question comes once in an attempt, and what the quiz asks anyway is not drawn.
      </p>
      <form method="post">
        <ErrorSummary reply={reply} />
        <KindSelects lists={lists} chosen={chosen} reply={reply} />
        {pool === null ? null : (
          <p className="said is-waiting" role="status">
            <span />
            <span>
              {pool === 0 ? "No question fits this." : `${many(pool, "question fits", "questions fit")} this.`}
            </span>
          </p>
        )}
        <p className="btns">
          <button className="btn" type="submit" formMethod="get" formAction={`/teach/quizzes/${slug}/draws`}>
            How many are there?
          </button>
        </p>
        <Field
          type="number"
          name="howMany"
          label="How many to draw"
          min={1}
          max={50}
          step={1}
          defaultValue={1}
          reply={reply}
        />
        {sections.length > 0 ? (
          <Select
            name="section"
            label="At the end of"
            options={sectionOptions(sections)}
            value={reply?.typed.section ?? String(sections.length)}
          />
        ) : null}
        <KeepOrLeave keep="Add them" leave={`/teach/quizzes/${slug}`} />
      </form>
    </Page>
  );
}
