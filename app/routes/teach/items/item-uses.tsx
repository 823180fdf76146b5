import type { ItemUse } from "~/models/item-use.server";
import { many } from "~/text";
import { facilityWords, shortStem, stateWords } from "./item-words";

/** Where a question is used, how classes did on it, where it came from and what was made of it. */
export function ItemUses({ use }: { use: ItemUse }) {
  const { quizzes, elsewhere, assignments, lessons, copies, origin, facility, answers } = use;
  const unused = quizzes.length + elsewhere + lessons.length === 0;
  return (
    <section className="stack" aria-labelledby="use">
      <h2 id="use">Where it is used</h2>
      {unused ? <p className="read">In no quiz yet.</p> : null}
      <ul>
        {quizzes.map(({ slug, title, pinned }) => (
          <li key={slug}>
            Quiz: <a href={`/teach/quizzes/${slug}`}>{title}</a>
            {pinned === null ? ", always the newest version" : `, held at version ${pinned}`}
          </li>
        ))}
        {elsewhere > 0 ? <li>{many(elsewhere, "quiz", "quizzes")} of other teachers</li> : null}
        {lessons.map(({ lesson, slug, heading }) => (
          <li key={`${lesson}/${slug}`}>
            Check inside a lesson: <a href={`/lessons/${lesson}/${slug}`}>{heading}</a>
          </li>
        ))}
        {assignments.map(({ id, title, className }) => (
          <li key={id}>
            Given to {className}: <a href={`/teach/assignments/${id}`}>{title}</a>
          </li>
        ))}
        {origin ? (
          <li>
            Copied from <a href={`/teach/items/${origin.id}`}>{shortStem(origin.stem)}</a>
          </li>
        ) : null}
        {copies.map(({ id, stem, state }) => (
          <li key={id}>
            Copied to <a href={`/teach/items/${id}`}>{shortStem(stem)}</a> ({stateWords[state]?.toLowerCase()})
          </li>
        ))}
      </ul>
      <p className="read">
        Measured: {facilityWords(facility, answers)}. Counted is what classes handed in since its meaning last changed;
        a question left open earns nothing and counts, practice does not.
      </p>
    </section>
  );
}
