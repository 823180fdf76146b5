import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { person } from "~/access/visitor.server";
import { ErrorSummary } from "~/components/form";
import { Page } from "~/components/page";
import pointing from "~/components/pointing.ts?worker&url";
import { Asked } from "~/components/question";
import { keepReview } from "~/models/review-answer.server";
import { type AskedAgain, asked } from "~/models/review-question.server";
import { standing } from "~/models/review-queue.server";
import figure from "~/styles/figure.css?url";
import item from "~/styles/item.css?url";
import { many, weekday } from "~/text";
import { formBody } from "../form-body.server";
import { nothingYet } from "./coming-back";
import { roundOf } from "./coming-back.server";

export const links = () => [figure, item].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction = () => [{ title: "Questions that come back · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const me = await person(args);
  const { cards, place, query } = await roundOf(args.request, me);
  const [card] = cards;
  return {
    visitor: me,
    place,
    query,
    left: cards.length,
    // In a round through an attempt the questions themselves are asked again, not others on the same idea.
    asks: card ? await asked(me, card, { sister: place === null }) : null,
    next: card ? null : (await standing(me)).next,
  };
}

const Posted = z.object({
  item: z.string().regex(/^[\w.:-]{1,200}$/),
  number: z.coerce.number().int().min(1).max(1_000_000),
  version: z.uuid(),
  hints: z.coerce.number().int().min(0).max(20),
});

/** Keeps an answer and goes on to its reasons; or shows the question again, with what was given, when there is none yet. */
export async function action(args: ActionFunctionArgs) {
  const me = await person(args);
  const form = await formBody(args.request);
  const posted = Posted.safeParse(Object.fromEntries(form));
  if (!posted.success)
    throw new Response("Keyhole does not understand this page. Go back and load it again.", { status: 400 });
  const { item: itemId, number, version: versionId, hints } = posted.data;
  const given = { itemId, number, versionId, hints, wantsHint: form.has("hint"), gaveUp: form.has("show") };
  const kept = await keepReview(me, given, form);
  const { search } = new URL(args.request.url);
  if (kept.is === "gone") throw redirect(`/me/review${search}`);
  if (kept.is === "not yet") return data({ asks: kept.asked, why: kept.why }, { status: status[kept.why ?? "hint"] });
  const query = new URLSearchParams(search);
  if (kept.is === "already had") query.set("already", "1");
  throw redirect(`/me/review/answers/${kept.id}${query.size > 0 ? `?${query}` : ""}`);
}

const status = { hint: 200, blank: 400, changed: 409 };
const problems = {
  blank: "There is no answer yet. Give one, or let the answer be shown.",
  changed: "This question has changed since the page was loaded. Here is how it stands now.",
};

export default function TryAgain() {
  const { visitor, place, query, left, next, ...drawn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const asks = (reply?.asks ?? drawn.asks) as AskedAgain | null;
  const back = place ? (
    <a href={`/attempts/${place.attempt}/review`}>Back to your result</a>
  ) : (
    <a href="/me">Your work</a>
  );
  return (
    <Page visitor={visitor} at="/me" className="quiz stack">
      <p className="eyebrow">{place ? `Missed in ${place.title}` : "Questions that come back"}</p>
      {asks ? (
        <>
          <h1>{place ? `Question ${place.n} of ${place.of}` : "Try again"}</h1>
          <p className="read">
            {asks.sister ? "This one stands in for a question you missed: it is about the same idea. " : null}
            Only you see this, and it changes no grade.
            {place || left < 2 ? null : ` ${many(left, "question is", "questions are")} due; stop whenever you like.`}
          </p>
          <Form asks={asks} query={query} why={reply?.why ?? null} back={back} />
        </>
      ) : (
        <>
          <h1>{place && place.of > 0 ? "That was all you missed" : "Nothing to try again now"}</h1>
          <p className="read">{next ? `The next question comes back on ${weekday(next)}.` : nothingYet}</p>
          <p>{back}</p>
        </>
      )}
      <script type="module" src={pointing} />
    </Page>
  );
}

function Form({
  asks,
  query,
  why,
  back,
}: {
  asks: AskedAgain;
  query: string;
  why: "blank" | "changed" | null;
  back: ReactNode;
}) {
  const { question } = asks;
  return (
    // A browser that puts old answers back into a page would fill in another question's.
    <form method="post" action={`/me/review${query}`} autoComplete="off">
      {Object.entries({
        item: asks.itemId,
        number: asks.number,
        version: asks.versionId,
        hints: question.hints.length,
      }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <section className="item stack" aria-label="The question">
        <ErrorSummary reply={why && { typed: {}, errors: { "": [problems[why]] } }} />
        <Asked question={question} />
      </section>
      <div className="submitline">
        <span className="btns">
          <button type="submit" className="btn go">
            Check
          </button>
          {question.moreHints ? (
            <button type="submit" className="btn" name="hint" value="1">
              {question.hints.length > 0 ? "Show another hint" : "Show a hint"}
            </button>
          ) : null}
          <button type="submit" className="btn" name="show" value="1">
            I do not know, show me
          </button>
        </span>
        {back}
      </div>
    </form>
  );
}
