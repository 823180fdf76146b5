import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { taughtClass } from "~/access/classes.server";
import { KeepOrLeave } from "~/components/form";
import { Page } from "~/components/page";
import { archive } from "~/models/classroom.server";

export const meta: MetaFunction = () => [{ title: "Archive a class · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const { id, name, viewer: visitor } = await taughtClass(args);
  return { visitor, id, name };
}

/** Archives a class. Its page offers to take it out again. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  await archive(taught);
  return redirect(`/teach/classes/${taught.id}`);
}

export default function Archive() {
  const { visitor, id, name } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${id}`}>{name}</a>
      </p>
      <h1>Archive {name}?</h1>
      <ul className="read">
        <li>Nobody can join it, and none of its quizzes can be started. A quiz that somebody is in may be finished.</li>
        <li>It leaves your list of classes and its students’ lists of what to do.</li>
        <li>Everything stays readable: results for you, reviews for its students. You can mark on.</li>
        <li>You can take it out of the archive whenever you like.</li>
      </ul>
      <form method="post">
        <KeepOrLeave keep="Archive it" leave={`/teach/classes/${id}`} />
      </form>
    </Page>
  );
}
