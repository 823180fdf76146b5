import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anyone } from "~/access/visitor.server";
import { described } from "~/components/described";
import { Page } from "~/components/page";
import { toResult } from "~/components/result";
import { DatedLine, LineFilter } from "~/lessons/blocks/dated-line";
import { OrderExercise, type RefusedOrder } from "~/lessons/blocks/order-exercise";
import { eventKinds, inPlace, orderErrors, placesIn } from "~/lessons/dated";
import { datedLine, keepOrder } from "~/lessons/timeline.server";
import { ownZone } from "~/models/own-zone.server";
import { personOrNewGuest } from "~/session.server";
import lesson from "~/styles/lesson.css?url";
import sources from "~/styles/sources.css?url";
import { many } from "~/text";
import { formBody, isRefused } from "../form-body.server";

export const links = () => [lesson, sources].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  described({
    title: "What happened when",
    news: data?.news,
    description:
      "Reports, statements, laws and locks of 2008 to 2017 by their dates: who said what first, and what it made possible.",
  });

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await anyone(args);
  const query = new URL(args.request.url).searchParams;
  const { events, asked, said } = await datedLine(visitor);
  const kind = eventKinds.find(({ id }) => id === query.get("kind"))?.id ?? null;
  const who = events.find((event) => event.who === query.get("who"))?.who ?? null;
  const open = said !== null || asked.length === 0 || query.has("show");
  const sent = query.has("sent") && said;
  const news = isRefused(args.request) ? "Not kept yet" : sent ? inPlace(asked, said) : null;
  const zone = visitor && said ? await ownZone(visitor) : null;
  return { visitor, events, asked, said, zone, kind, who, open, news };
}

/** Keeps the order that somebody predicts; a stranger becomes a guest by it. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await anyone(args);
  const form = await formBody(args.request);
  const { asked } = await datedLine(visitor);
  const ids = asked.map(({ id }) => id);
  const chosen = form.getAll("chosen").map(String);
  const places = placesIn(ids, chosen);
  const errors = orderErrors(ids, places);
  if (Object.keys(errors).length > 0) return data<RefusedOrder>({ chosen, errors }, { status: 400 });
  const { person, headers } = await personOrNewGuest(args.request);
  await keepOrder(person, asked, places);
  return redirect(toResult("/timeline", "order", "order"), { headers });
}

export default function Timeline() {
  const { visitor, events, asked, said, zone, kind, who, open } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const shown = events.filter((event) => (!kind || event.kind === kind) && (!who || event.who === who));
  return (
    <Page visitor={visitor} at="/sources" className="ledger line">
      <header className="stack">
        <h1>What happened when</h1>
        <p className="read">
          Before one thing is called the cause of another, look at the dates. Here are the reports, statements, laws and
          locks that the lessons speak of. Each says how it is known and what it rests on. What it made possible is our
          own inference, and no source says it.
        </p>
      </header>
      {asked.length > 0 ? (
        <section aria-label="An exercise on the order">
          <OrderExercise asked={asked} said={said} zone={zone} refused={refused} />
        </section>
      ) : null}
      {open ? (
        <section aria-labelledby="events">
          <h2 id="events">The line</h2>
          <LineFilter events={events} kind={kind} who={who} />
          <p className="soft" role="status">
            {shown.length === events.length
              ? many(events.length, "event")
              : `${shown.length} of ${many(events.length, "event")}`}
            . This page can be printed.
          </p>
          {shown.length > 0 ? (
            <DatedLine events={shown} />
          ) : (
            <p className="read">No event of this kind is from them. Choose “everything” or “all” above.</p>
          )}
        </section>
      ) : null}
    </Page>
  );
}
