import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { editedQuiz } from "~/access/quizzes.server";
import { notFound } from "~/access/visitor.server";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import { askable } from "~/models/askable.server";
import { change, stateOf } from "~/models/quiz-builder.server";
import { replaceSlot } from "~/models/quiz-moves";
import { outline } from "~/models/quiz-outline.server";
import teach from "~/styles/teach.css?url";
import { parseForm, refuse } from "../../account/parse-form.server";
import { shortStem } from "../items/item-words";
import { Seen } from "./fields";
import { Find, FoundTable } from "./find";
import { findFor } from "./find.server";
import { refuseStale } from "./stale.server";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Quiz"}: replace question ${data?.number} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const quiz = await editedQuiz(args);
  const number = Number(args.params.slot);
  const line = (await outline(quiz)).lines[number - 1];
  if (!line) throw notFound();
  const { sections: _, ...found } = await findFor(quiz, args);
  return { slug: quiz.slug, title: quiz.title, state: stateOf(quiz), number, name: line.name, ...found };
}

/** Asks another question in this place. Its points and its section stay. */
export async function action(args: ActionFunctionArgs) {
  const quiz = await editedQuiz(args);
  const { value, typed, errors } = await parseForm(
    args.request,
    z.object({ seen: Seen, item: z.string("Choose one.") }),
  );
  if (!value) return refuse(typed, { "": Object.values(errors).flat() });
  const [item] = await askable(quiz, [value.item]);
  if (!item) return refuse(typed, { "": ["That question cannot be asked any more. Choose another one."] });
  const number = Number(args.params.slot);
  const done = await change(quiz, value.seen, replaceSlot(number - 1, item.id));
  if (done === "stale") return refuseStale(quiz, typed);
  if (done === "same") return refuse(typed, { "": ["The quiz asks that question already. Choose another one."] }, 409);
  return redirect(`/teach/quizzes/${quiz.slug}#q${number}`);
}

export default function Replacement() {
  const { visitor, slug, title, state, number, name, lines, asked, ...found } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href={`/teach/quizzes/${slug}`}>{title}</a>
        </p>
        <h1>Replace question {number}</h1>
      </header>
      <ErrorSummary reply={reply} />
      <p className="read">Now it is: {name}</p>
      <Find found={found} at={`/teach/quizzes/${slug}/slots/${number}/replacement`}>
        <form method="post">
          <input type="hidden" name="seen" value={state} />
          <FoundTable
            lines={lines}
            asked={asked}
            choose={({ id, stem }) => (
              <button className="linky" type="submit" name="item" value={id}>
                Ask this<span className="vh">: {shortStem(stem)}</span>
              </button>
            )}
          />
        </form>
      </Find>
    </Page>
  );
}
