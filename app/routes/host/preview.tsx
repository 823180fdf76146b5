import type { Expired } from "~/models/retention.server";
import type { Finished } from "~/models/retention-due.server";
import { many, moment } from "~/text";

/** What would go by the periods that are shown. */
export function Preview({
  preview,
  zone,
  tried,
}: {
  preview: Expired & { classes: Finished[] };
  zone: string | null;
  /** Whether these periods are only tried out. */
  tried: boolean;
}) {
  const { guests, students, sessions, links, throttles, lines, classes } = preview;
  const said = [
    students > 0 && `${many(students, "student")} of ${many(classes.length, "class", "classes")}`,
    guests > 0 && `${many(guests, "guest")} with what they did`,
    lines > 0 && `${many(lines, "line")} of who looked at or changed what`,
    sessions > 0 && `${many(sessions, "browser")} that nobody is signed in with any more`,
    links > 0 && `${many(links, "link")} for devices of a classroom that open nothing any more`,
    throttles > 0 && `${many(throttles, "count")} of wrong tries that count no more`,
  ].filter((one) => one !== false);
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{tried ? "What would go by these" : "What goes next"}</h2>
      {said.length === 0 ? (
        <p className="read">Nothing is past its time.</p>
      ) : (
        <ul className="plainlist">
          {said.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {classes.length > 0 ? (
        <>
          <h3>The classes</h3>
          <ul className="plainlist">
            {classes.map(({ name, students, lastUsed }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two classes may have the same name
              <li key={index}>
                {name}: {many(students, "student")}, last used {moment(new Date(lastUsed), zone)}
              </li>
            ))}
          </ul>
          <p className="read">
            Their marks stay in the class, under a number. Who is deleted can take the file of all that is stored about
            them until then.
          </p>
        </>
      ) : null}
      {tried ? <p className="soft">Nothing was changed yet.</p> : null}
    </section>
  );
}
