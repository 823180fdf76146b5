import { LevelSays, tallyWords } from "~/components/mastery-words";
import { plain } from "~/components/prose";
import { LevelBar } from "~/figures/level-bar";
import { levels } from "~/models/mastery";
import type { ClassObjective, MissedQuestion } from "~/models/mastery.server";
import { many, percent } from "~/text";

const fills = { new: "fill-new", "not yet": "fill-not-yet", "getting there": "fill-getting", secure: "fill-secure" };

/** One objective: a bar of how far the class is, who is where behind a click, and the questions that cost most. */
export function ObjectiveReport({ klass, objective }: { klass: string; objective: ClassObjective }) {
  const { id, statement, students, missed } = objective;
  const backwards = [...levels].reverse();
  const parts = backwards.map((level) => ({
    name: level,
    count: students[level].length,
    fill: fills[level],
    striped: level === "getting there",
  }));
  const anybody = parts.some(({ count }) => count > 0);
  return (
    <section aria-labelledby={id} className="objective">
      <h2 id={id}>{statement}</h2>
      <LevelBar parts={parts} label={parts.map(({ name, count }) => `${count} ${name}`).join(", ")} />
      <ul className="key">
        {backwards.map((level) => (
          <li key={level}>
            <LevelSays level={level} />: {students[level].length}
          </li>
        ))}
      </ul>
      {anybody ? (
        <details>
          <summary>Who is where</summary>
          <dl className="whois">
            {backwards
              .filter((level) => students[level].length > 0)
              .map((level) => (
                <div key={level}>
                  <dt>
                    <LevelSays level={level} />
                  </dt>
                  {students[level].map(({ personId, name, tally }) => (
                    <dd key={personId}>
                      <a href={`/teach/classes/${klass}/people/${personId}`}>{name}</a>
                      {tally ? <span className="soft small"> {tallyWords(tally)}</span> : null}
                    </dd>
                  ))}
                </div>
              ))}
          </dl>
        </details>
      ) : (
        <p className="soft">No student is in the class now.</p>
      )}
      {missed.length > 0 ? <Missed missed={missed} /> : null}
    </section>
  );
}

function Missed({ missed }: { missed: MissedQuestion[] }) {
  return (
    <details>
      <summary>What cost most</summary>
      <ul className="remarks">
        {missed.map(({ item, stem, share, answers, read }) => (
          <li key={item}>
            <p>{plain(stem)}</p>
            <p className="soft small">
              {percent(share)} of the points in {many(answers, "answer")}
              {read ? (
                <>
                  . Explained in <a href={read.href}>{read.heading}</a>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
