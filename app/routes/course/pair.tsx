import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anyone, notFound } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { toResult } from "~/components/result";
import { PairPractice } from "~/lessons/blocks/pair";
import { decidedAs, decidedRight, decisions } from "~/lessons/pairs";
import { findPair } from "~/lessons/pairs.server";
import { keepAnswer } from "~/models/lesson-answer.server";
import { ownZone } from "~/models/own-zone.server";
import { personOrNewGuest } from "~/session.server";
import { formBody, isRefused } from "../form-body.server";

export { links } from "./pairs";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({
    title: `${data?.pair.title}: who holds the key?`,
    news: data?.news,
    description: "Two services that differ in one thing. Decide who can read what, then read why.",
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const found = await findPair(visitor, args.params.pair ?? "");
  if (!found) throw notFound();
  const sent = new URL(args.request.url).searchParams.has("sent") && found.kept;
  const news = isRefused(args.request) ? "Not kept yet" : sent ? decidedRight(found.view.questions) : null;
  const zone = visitor && found.kept ? await ownZone(visitor) : null;
  return { visitor, pair: found.view, keptAt: found.kept?.newest.at ?? null, zone, next: found.next, news };
}

/** Keeps what somebody decided about a pair; a stranger becomes a guest by it. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const found = await findPair(visitor, args.params.pair ?? "");
  if (!found) throw notFound();
  const form = await formBody(args.request);
  const { id, lesson, questions } = found.pair;
  const decided = decisions(
    questions,
    questions.map((_, index) => String(form.get(`q${index + 1}`) ?? "")),
  );
  const chosen = decided.flatMap((one, index) => (one ? [decidedAs(index, one)] : []));
  const open = decided.flatMap((one, index) => (one ? [] : [index]));
  if (open.length > 0) return data({ chosen, open }, { status: 400 });
  const { person, headers } = await personOrNewGuest(args.request);
  await keepAnswer(person, lesson, { block: id, kind: "pair", value: { v: 1, chosen, text: "" } });
  return redirect(toResult(`/pairs/${id}`, id, "decide"), { headers });
}

export default function Pair() {
  const { visitor, pair, keptAt, zone, next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <Page visitor={visitor} at="/" className="stack pairs">
      <p className="eyebrow">
        <a href="/pairs">Who holds the key?</a>
      </p>
      <h1>{pair.title}</h1>
      <PairPractice pair={pair} keptAt={keptAt} zone={zone} refused={refused} />
      <p className="submitline">
        <a href="/pairs">All pairs</a>
        {next ? <a href={`/pairs/${next}`}>The next pair →</a> : <span />}
      </p>
    </Page>
  );
}
