import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { proven } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { planRemoval, removeOwn } from "~/models/stored/removal.server";
import { endSession } from "~/session.server";
import privacy from "~/styles/privacy.css?url";
import { many } from "~/text";

export const links = () => [{ rel: "stylesheet", href: privacy }];
export const meta: MetaFunction = () => [
  { title: "Delete what you did for yourself · Keyhole" },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const me = await proven(args);
  return { visitor: me, plan: await planRemoval(me) };
}

/** Removes at once. The page it was pressed on asked; who opens the address again reads what is left. */
export async function action(args: ActionFunctionArgs) {
  const me = await proven(args);
  const reach = await removeOwn(me);
  return reach === "all" ? redirect("/privacy", { headers: await endSession(args.request) }) : redirect("/me/delete");
}

export default function Delete() {
  const { visitor, plan } = useLoaderData<typeof loader>();
  const { reach, attempts, lessons, lab, again, read } = plan;
  const goes = [
    attempts > 0 && many(attempts, "go at a quiz for practice", "goes at quizzes for practice"),
    again > 0 && many(again, "question that comes back", "questions that come back"),
    lessons > 0 && `${many(lessons, "prediction, answer or text", "predictions, answers and texts")} in lessons`,
    lab > 0 && `${many(lab, "prediction")} in the lab`,
    read > 0 && `${many(read, "section")} that you marked as read`,
    reach === "all" && (visitor.guest ? "the guest that you are here" : `your account, ${visitor.name}`),
  ].filter((one) => one !== false);
  return (
    <Page visitor={visitor} at="/privacy" className="specimen stack">
      <p className="eyebrow">
        <a href="/privacy">What is stored about you, and who can read it</a>
      </p>
      <h1>Delete what you did for yourself</h1>
      {goes.length > 0 ? (
        <form method="post" className="stack">
          <h2>What goes, for good</h2>
          <ul className="plainlist">
            {goes.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p className="read">
            It cannot be brought back. <a href="/me/export.html">Save a copy first</a>, if you may want it. Copies of
            the database that whoever runs this installation made before still hold it until they are thrown away.
          </p>
          <p className="btns">
            <button type="submit" className="btn go">
              Delete it for good
            </button>
            <a className="btn" href="/privacy">
              Leave it as it is
            </a>
          </p>
        </form>
      ) : (
        <p className="read">There is nothing that you did only for yourself.</p>
      )}
      {reach === "own" ? (
        <section className="stack">
          <h2>What stays</h2>
          <p className="read">
            Your place in a class, your answers to what a class was given, how far you read what it was given and the
            answers to its checks belong to the class: its marks are made from them. Whoever runs this installation can
            delete you: then the marks stay in the class under a number, and nothing says any more whose they are or
            what you wrote.
            {visitor.mayTeach ? " So do the classes, questions and quizzes that you made as a teacher." : ""}
          </p>
        </section>
      ) : null}
    </Page>
  );
}
