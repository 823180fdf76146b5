import { Mark } from "~/components/mark";
import { Prose } from "~/components/prose";
import type { Look, Projected } from "~/models/projected.server";
import type { Tally } from "~/models/tally.server";
import { many } from "~/text";

/** The part of the wall that changes by itself: what the class answered, and the answer once it is shown. */
export function Wall({ now, look }: { now: Projected; look: Look }) {
  const { tally, rounds, answer, refused } = now;
  const shown = rounds.slice(-2);
  return (
    <div data-part="wall" className="wall stack">
      {refused ? (
        <p className="said is-waiting" role="status">
          <Mark name="sealed" />
          <span>{refused}</span>
        </p>
      ) : null}
      <div className={shown.length === 2 ? "sides" : undefined}>
        {shown.length > 0 ? (
          shown.map((round) => (
            <Answers
              key={round.number}
              heading={round.open ? `Vote ${round.number}, open now` : `Vote ${round.number}`}
              tally={round.tally}
              open={round.open}
            />
          ))
        ) : (
          <Answers
            heading={look.running ? "In the quiz so far" : "In the quiz, handed in"}
            tally={tally}
            open={false}
          />
        )}
      </div>
      {answer ? (
        <div className="said is-right">
          <Mark name="right" />
          <div>
            <p>
              <b>{answer.words}</b>
            </p>
            <Prose text={answer.explanation} />
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** The bars of one round. Under three answers there are none: one would see who gave which. */
function Answers({ heading, tally: { answers, bars, typed }, open }: { heading: string; tally: Tally; open: boolean }) {
  return (
    <section className="stack">
      <h2>
        {heading} <span className="soft">· {many(answers, "answer")}</span>
      </h2>
      {bars ? (
        <ul className="tally">
          {bars.map(({ label, count, right }) => (
            <li key={label}>
              <span className="label">
                {right === null ? null : <Mark name={right ? "right" : "wrong"} />}
                <span>
                  {label}
                  {right === null ? null : <span className="soft"> {right ? "right" : "not right"}</span>}
                </span>
              </span>
              <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect className="all" width="100" height="6" />
                <rect
                  className="part"
                  width={answers === 0 ? 0 : Math.round((1000 * count) / answers) / 10}
                  height="6"
                />
              </svg>
              <span className="num">{count}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="read">{whyNoBars({ answers, open, typed })}</p>
      )}
    </section>
  );
}

function whyNoBars({ answers, open, typed }: { answers: number; open: boolean; typed: boolean }): string {
  if (open) return "What was answered is shown when the vote is closed.";
  if (answers < 3) return "3 answers are needed before they are shown: with fewer one could tell whose they are.";
  return typed
    ? "Answers to this question are typed. How many are right is shown with the answer; what somebody wrote is not."
    : "";
}
