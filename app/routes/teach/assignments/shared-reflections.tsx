import { moment } from "~/text";
import type { AskedReflection } from "./reflections.server";

/** What students wrote at the reflections of a lesson and let their teachers read. */
export function SharedReflections({ asked, zone }: { asked: AskedReflection[]; zone: string }) {
  if (asked.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="reflections">
      <h2 id="reflections">What they let you read</h2>
      <p className="small soft">
        Reflections are not marked. Each student decides whether their teachers may read one, and may take it back.
      </p>
      {asked.map(({ block, ask, href, shared }) => (
        <section className="stack" key={block} aria-labelledby={`r-${block}`}>
          <h3 id={`r-${block}`}>
            <a href={href}>{ask}</a>
          </h3>
          {shared.length === 0 ? <p className="soft">Nobody shares an answer to this yet.</p> : null}
          {shared.map(({ personId, name, text, at }) => (
            <figure className="stack" key={personId}>
              <figcaption>
                <b>{name}</b> <span className="soft small">{moment(at, zone)}</span>
              </figcaption>
              <p className="written">{text}</p>
            </figure>
          ))}
        </section>
      ))}
    </section>
  );
}
