import { FieldError } from "~/components/field-error";
import { Mark } from "~/components/mark";
import { RefusedForm } from "~/components/refused-form";
import { Result } from "~/components/result";
import { moment } from "~/text";
import { dateWords, inOrder, inPlace, placedAs, placesIn } from "../dated";
import type { Event } from "../entries.server";
import type { Said } from "../view";

/** What was sent and cannot be taken, by event. */
export type RefusedOrder = { chosen: string[]; errors: Record<string, string> };

/** Put the events in order before the line is shown: a list of places for each. */
export function OrderExercise({
  asked,
  said,
  zone,
  refused,
}: {
  asked: Event[];
  said: Said | null;
  zone: string | null;
  refused: RefusedOrder | null;
}) {
  const ids = asked.map(({ id }) => id);
  const places = placesIn(ids, refused?.chosen ?? said?.chosen ?? []);
  return (
    <form method="post" action="/timeline" className="yours ordering" id="order">
      <fieldset aria-describedby={refused ? "order-why" : undefined}>
        <legend>
          {refused ? "This order is not kept yet" : said ? "Your order" : "Before you see it: what came first?"}
        </legend>
        <p>Give each event its place, 1 for the earliest. Some of them are told only in lesson 3.</p>
        {refused ? (
          <RefusedForm
            says="Each event needs a place of its own."
            id="order-why"
            open={asked
              .filter(({ id }) => refused.errors[id])
              .map(({ id, title }) => ({ id: `place-${id}`, name: title }))}
          >
            Go to:
          </RefusedForm>
        ) : null}
        <ol className="places">
          {asked.map(({ id, title }) => (
            <li key={id}>
              <select
                className="in"
                id={`place-${id}`}
                name="chosen"
                aria-invalid={refused?.errors[id] ? true : undefined}
                aria-describedby={refused?.errors[id] ? `place-${id}-error` : undefined}
                defaultValue={places[id] ? placedAs(id, places[id]) : ""}
              >
                <option value="">–</option>
                {ids.map((_, index) => (
                  <option key={ids[index]} value={placedAs(id, index + 1)}>
                    {index + 1}
                  </option>
                ))}
              </select>
              <div>
                <label htmlFor={`place-${id}`}>{title}</label>
                <FieldError id={`place-${id}`} error={refused?.errors[id]} />
              </div>
            </li>
          ))}
        </ol>
      </fieldset>
      <p className="btns">
        <button type="submit" className="btn go">
          {said && !refused ? "Keep the changed order" : "Keep my order, then show the line"}
        </button>
        {said ? (
          <span className="small">
            {refused ? "Your order before this one was kept" : "Kept"} on {moment(said.at, zone)}.
          </span>
        ) : (
          <a href="/timeline?show=1#events">Show the line without it</a>
        )}
      </p>
      {said && !refused ? <Outcome asked={asked} said={said} places={places} /> : null}
    </form>
  );
}

/** The right order with what follows from it; what stood elsewhere comes first, as everywhere. */
function Outcome({ asked, said, places }: { asked: Event[]; said: Said; places: Record<string, number> }) {
  const told = inOrder(asked).map((event, index) => ({
    event,
    place: index + 1,
    right: places[event.id] === index + 1,
  }));
  return (
    <div className="replies">
      <Result of="order">
        <b>{inPlace(asked, said)}.</b>
      </Result>
      {[...told.filter(({ right }) => !right), ...told.filter(({ right }) => right)].map(({ event, place, right }) => (
        <div key={event.id} className={right ? "said is-right" : "said is-wrong"}>
          <Mark name={right ? "right" : "wrong"} />
          <div>
            <b>
              {place}. {event.title}, {dateWords(event.date)}
            </b>
            <p>
              {right ? "" : `You had it in place ${places[event.id]}. `}
              {event.order} <a href={`#${event.id}`}>On the line</a>
            </p>
          </div>
        </div>
      ))}
      <p>
        Which observers does a lock on these links stop, and which not?{" "}
        <a href="/lab?tls=1&inter_dc=1&demand_served=1">Try it in the lab, with a demand served</a>
      </p>
    </div>
  );
}
