import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { idParam, notFound, person } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { ReviewedQuestionView } from "~/components/reviewed-question";
import { findReviewed } from "~/models/review-answer.server";
import item from "~/styles/item.css?url";
import { many, weekday } from "~/text";
import { roundOf } from "./coming-back.server";

export const links = () => [{ rel: "stylesheet", href: item }];
export const meta: MetaFunction = () => [{ title: "Your answer · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const me = await person(args);
  const answer = await findReviewed(me, idParam(args.params, "answer"));
  if (!answer) throw notFound();
  const { cards, place } = await roundOf(args.request, me);
  const already = new URL(args.request.url).searchParams.has("already");
  // What is due does not hold this question any more; a round through an attempt still stands at it.
  return { visitor: me, ...answer, place, already, left: place ? place.of - place.n : cards.length };
}

export default function TriedAgain() {
  const { visitor, reviewed, dueOn, place, already, left } = useLoaderData<typeof loader>();
  const next = place ? `/me/review?attempt=${place.attempt}&n=${place.n + 1}` : "/me/review";
  return (
    <Page visitor={visitor} at="/me" className="quiz stack">
      <p className="eyebrow">{place ? `Missed in ${place.title}` : "Questions that come back"}</p>
      <h1>Your answer</h1>
      {already ? (
        <p className="said is-waiting" role="status">
          You had answered this already. This is the answer that was kept.
        </p>
      ) : null}
      <ReviewedQuestionView
        question={reviewed}
        waitingFor={null}
        heading={place ? `Question ${place.n} of ${place.of}` : "The question"}
      />
      <p className="read">It comes back on {weekday(dueOn)}. No grade has changed.</p>
      <p className="submitline">
        {left > 0 ? (
          <a className="btn go" href={next}>
            {place ? "Next" : `Next: ${many(left, "more is", "more are")} due`}
          </a>
        ) : (
          <span>{place ? "That was all you missed." : "Nothing more is due now."}</span>
        )}
        {place ? <a href={`/attempts/${place.attempt}/review`}>Back to your result</a> : <a href="/me">Your work</a>}
      </p>
    </Page>
  );
}
