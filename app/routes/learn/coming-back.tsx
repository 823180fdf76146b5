import type { Standing } from "~/models/review-queue.server";
import { many, weekday } from "~/text";

/** How one's own queue stands, on the page of one's work. */
export function ComingBack({ standing: { due, next } }: { standing: Standing }) {
  return (
    <section className="stack">
      <h2>Questions that come back</h2>
      {due > 0 ? (
        <>
          <p className="read">{many(due, "question", "questions")} you missed can be tried again now.</p>
          <p className="btns">
            <a className="btn" href="/me/review">
              Try again
            </a>
          </p>
        </>
      ) : (
        <p className="soft">{next ? `None now. The next one comes on ${weekday(next)}.` : nothingYet}</p>
      )}
    </section>
  );
}

/** What the queue is, for somebody who has nothing in it. */
export const nothingYet =
  "What you miss in a quiz comes back here the next day, and after longer and longer whenever you get it right. It changes no grade.";
