import { dateWords, eventKinds } from "../dated";
import type { Event } from "../entries.server";
import { FilterList } from "./filter-list";
import { StatusMark } from "./ledger";

/** Events along a line, year by year, each with how it is known, what it rests on and what it made possible. */
export function DatedLine({ events }: { events: Event[] }) {
  const years = [...new Set(events.map(({ date }) => date.slice(0, 4)))];
  return years.map((year) => (
    <section key={year} aria-labelledby={`y${year}`} className="year">
      <h3 id={`y${year}`}>{year}</h3>
      <ol className="dated">
        {events
          .filter(({ date }) => date.startsWith(year))
          .map((event) => (
            <Dated key={event.id} event={event} />
          ))}
      </ol>
    </section>
  ));
}

function Dated({ event: { id, date, kind, who, title, what, status, also, cites, possible, told } }: { event: Event }) {
  return (
    <li id={id} className={`dated-${kind}`}>
      <p className="day">
        <time dateTime={date}>{/^\d{4}$/.test(date) ? `in ${date}` : dateWords(date)}</time>
      </p>
      <div>
        <h4>{title}</h4>
        <p className="small soft">
          {who} · {eventKinds.find((one) => one.id === kind)?.words} <StatusMark status={status} also={also} />
        </p>
        <p>{what}</p>
        <p className="possible">
          <b>What it makes possible, as we see it:</b> {possible}
        </p>
        <p className="small">
          <span className="soft">Rests on </span>
          {cites.map((source) => (
            <a key={source} href={`/sources/${source}`}>
              {source}
              <span className="vh"> in the ledger</span>
            </a>
          ))}
          <a href={`/lessons/${told}`}>
            In the lesson<span className="vh">: {title}</span>
          </a>
        </p>
      </div>
    </li>
  );
}

/** What of the line to show. */
export function LineFilter({ events, kind, who }: { events: Event[]; kind: string | null; who: string | null }) {
  const names = [...new Set(events.map((event) => event.who))].sort((a, b) => a.localeCompare(b, "en"));
  return (
    <form method="get" action="/timeline" className="filter">
      <input type="hidden" name="show" value="1" />
      <FilterList
        {...{ name: "kind", label: "What it is", all: "everything", value: kind }}
        options={eventKinds.map(({ id, words }) => [id, words])}
      />
      <FilterList {...{ name: "who", label: "Who", all: "all", value: who }} options={names.map((one) => [one, one])} />
      <button type="submit" className="btn">
        Show
      </button>
    </form>
  );
}
