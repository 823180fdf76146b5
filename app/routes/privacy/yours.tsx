import type { Count } from "~/models/stored/counts.server";
import type { AboutAny } from "~/models/stored/registry";
import type { Kind, Reader } from "~/models/stored/words";
import { many, moment } from "~/text";

type Words = { kinds: Record<Kind, string>; readers: Record<Reader, string> };

/** What is stored about who looks at the page, counted now; to a stranger, that there is nothing. */
export function Yours({
  visitor,
  counts,
  zone,
  tables,
  words,
}: {
  visitor: { name: string; guest: boolean; device: boolean } | null;
  counts: Count[] | null;
  zone: string | null;
  tables: AboutAny[];
  words: Words;
}) {
  return (
    <section className="stack" aria-labelledby="yours">
      <h2 id="yours">What is stored about you now</h2>
      {visitor && counts ? (
        <>
          <p className="read">
            {visitor.guest
              ? "You are a guest: this Keyhole knows you by a random number in your browser’s cookie, and by no name."
              : `You are signed in as ${visitor.name}.`}
          </p>
          {Object.entries(words.kinds).map(([kind, title]) => (
            <OfOneKind
              key={kind}
              title={title}
              tables={tables.filter((table) => table.kind === kind)}
              counts={counts.filter(({ did }) => (did === null) === (kind !== "desk"))}
              zone={zone}
              readers={words.readers}
            />
          ))}
          <TakeOrDelete device={visitor.device} />
        </>
      ) : (
        <>
          <p className="read">
            Nothing. This Keyhole does not know you: your browser sent no cookie of ours. If you only read, it stays
            like that.
          </p>
          <p className="read">
            When you first keep a prediction, answer a question or go on with Next, it makes a guest for this browser.
            From then on it stores what stands in the table at the end of this page.
          </p>
        </>
      )}
    </section>
  );
}

/** The rows of one heading that there are; a heading without any says so. */
function OfOneKind({
  title,
  tables,
  counts,
  zone,
  readers,
}: {
  title: string;
  tables: AboutAny[];
  counts: Count[];
  zone: string | null;
  readers: Words["readers"];
}) {
  const desk = tables.length === 0;
  const there = counts.filter(({ table, count }) => count > 0 && (desk || tables.some((one) => one.table === table)));
  if (desk && there.length === 0) return null;
  return (
    <section className="stack">
      <h3>{title}</h3>
      {there.length === 0 ? (
        <p className="soft">Nothing.</p>
      ) : (
        <ul className="stored">
          {there.map(({ table, did, count, newest }) => {
            const about = tables.find((one) => one.table === table);
            return (
              <li key={`${table} ${did}`} data-table={table} data-count={count}>
                <span>
                  {did ? `You ${did}` : about?.what}
                  <span className="small soft line">
                    {did ? "Your name stands with it." : `Read by ${listed(about, readers)}.`}
                  </span>
                </span>
                <span className="small num">
                  {many(count, "row")}
                  {newest ? <span className="soft line">newest {moment(new Date(newest), zone)}</span> : null}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** "you; the teachers and observers of the class" */
export function listed(about: Pick<AboutAny, "readers"> | undefined, readers: Words["readers"]): string {
  return (about?.readers ?? []).map((one) => readers[one]).join("; ");
}

function TakeOrDelete({ device }: { device: boolean }) {
  if (device)
    return (
      <p className="read">
        You picked your name on a device of the class, where anybody could have. To take your data with you or to delete
        it, sign in with your PIN or password on another device.
      </p>
    );
  return (
    <>
      <h3>Take it with you, or delete it</h3>
      <p className="read">
        All of it is yours to read and to keep. Practice, and what you did in lessons for yourself, you can delete at
        once.
      </p>
      <p className="btns">
        <a className="btn" href="/me/export/read">
          Read all of it
        </a>
        <a className="btn" href="/me/export.html">
          Save it as a file to read
        </a>
        <a className="btn" href="/me/export">
          Save it for programs (JSON)
        </a>
        <a className="btn" href="/me/audit">
          Who looked at it
        </a>
        <a className="btn plain" href="/me/delete">
          Delete …
        </a>
      </p>
    </>
  );
}
