import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { myAssignment } from "~/access/classes.server";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import pointing from "~/components/pointing.ts?worker&url";
import { Asked } from "~/components/question";
import { askedNow, vote } from "~/models/vote.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import { formBody } from "../form-body.server";

export const links = () => [figure, item].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "Your teacher asks · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await myAssignment(args);
  const { id, title, className, viewer: visitor } = assignment;
  return { visitor, id, title, className, asked: await askedNow(assignment) };
}

/** Keeps the answer; the newest one stands. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await myAssignment(args);
  const form = await formBody(args.request);
  const outcome = await vote(assignment, String(form.get("round") ?? ""), form);
  if (outcome === "kept") return redirect(`/assignments/${assignment.id}/vote`);
  const why =
    outcome === "closed"
      ? "The vote was closed before your answer came in, so it does not count. If the class votes again, you are asked here."
      : "There is no answer yet. Choose one first.";
  return data({ typed: {}, errors: { "": [why] } }, { status: outcome === "closed" ? 409 : 400 });
}

export default function Vote() {
  const { visitor, id, title, className, asked } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/me" className="stack">
      <p className="eyebrow">
        {className} · <a href={`/assignments/${id}`}>{title}</a>
      </p>
      <h1>Your teacher asks</h1>
      {reply ? <ErrorSummary reply={reply} /> : null}
      {asked ? (
        <form method="post" className="stack" key={asked.round}>
          {asked.answered ? (
            <p className="said is-waiting" role="status">
              Your answer is in. Until the vote is closed you can send another one; the newest stands.
            </p>
          ) : null}
          {asked.number > 1 ? (
            <p className="read">The class votes on this again, for the {ordinal(asked.number)} time.</p>
          ) : null}
          <input type="hidden" name="round" value={asked.round} />
          <section className="item">
            <Asked question={asked.question} />
          </section>
          <p className="small soft">It earns no points. On the wall stands how many chose what, and no names.</p>
          <p className="btns">
            <button className="btn go" type="submit">
              {asked.answered ? "Send this answer instead" : "Send the answer"}
            </button>
          </p>
        </form>
      ) : (
        <>
          <p className="read">Nothing is being asked just now. When your teacher asks, the question stands here.</p>
          <p className="btns">
            <a className="btn" href={`/assignments/${id}/vote`}>
              Look again
            </a>
          </p>
        </>
      )}
      <script type="module" src={pointing} />
    </Page>
  );
}

const ordinal = (n: number) => ({ 2: "second", 3: "third" })[n] ?? `${n}th`;
