import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editedQuiz } from "~/access/quizzes.server";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import { Select } from "~/components/select";
import { askable, slotOf } from "~/models/askable.server";
import { change, planOf } from "~/models/quiz-builder.server";
import { addSlots } from "~/models/quiz-moves";
import { mostSlots } from "~/models/quiz-plan";
import teach from "~/styles/teach.css?url";
import { refuse } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";
import { shortStem } from "../items/item-words";
import { Find, FoundTable } from "./find";
import { findFor } from "./find.server";
import { readSection, sectionOptions } from "./section-field";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Quiz"}: add questions · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const quiz = await editedQuiz(args);
  const section = new URL(args.request.url).searchParams.get("section");
  return { slug: quiz.slug, title: quiz.title, section, ...(await findFor(quiz, args)) };
}

/** Adds the ticked questions at the end of a section. Those that the quiz asks already are left as they are. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await editedQuiz(args);
  const form = await formBody(args.request);
  const ticked = form.getAll("item").flatMap((id) => (typeof id === "string" ? id.replaceAll("\0", "") : []));
  const found = await askable(quiz, [...new Set(ticked)].slice(0, mostSlots));
  if (found.length === 0) return refuse({}, { "": ["Tick the questions first: none was chosen."] });
  const section = readSection(form.get("section"), (await planOf(quiz)).sections.length);
  const done = await change(quiz, null, addSlots(found.map(({ id, weight }) => slotOf(id, section, weight))));
  if (done === "same")
    return refuse({}, { "": [`They are all in the quiz already, or it has its ${mostSlots} questions.`] }, 409);
  return redirect(`/teach/quizzes/${quiz.slug}#did`);
}

export default function Add() {
  const { visitor, slug, title, section, sections, lines, asked, ...found } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href={`/teach/quizzes/${slug}`}>{title}</a>
        </p>
        <h1>Add questions from the bank</h1>
      </header>
      <ErrorSummary reply={reply} />
      <Find found={found} at={`/teach/quizzes/${slug}/add`} keep={section ? { section } : {}}>
        <form method="post" className="stack">
          <FoundTable
            lines={lines}
            asked={asked}
            choose={({ id, stem }) => (
              <label className="tick">
                <input type="checkbox" name="item" value={id} />
                <span className="vh">{shortStem(stem)}</span>
              </label>
            )}
          />
          {sections.length > 0 ? (
            <Select
              name="section"
              label="At the end of"
              options={sectionOptions(sections)}
              value={section ?? String(sections.length)}
            />
          ) : null}
          <p className="btns">
            <button className="btn go" type="submit">
              Add the ticked ones
            </button>
          </p>
        </form>
      </Find>
    </Page>
  );
}
