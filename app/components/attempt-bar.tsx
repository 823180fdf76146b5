import { moment } from "~/text";
import { Mark } from "./mark";

/** Whose attempt it is, and the way out of it, in place of the navigation. */
export function Leaving({
  attempt: { studentName, className },
}: {
  attempt: { studentName: string; className: string | null };
}) {
  return (
    <p className="small">
      {className ? (
        <span className="wideonly">
          {studentName}, {className}&emsp;
        </span>
      ) : null}
      <a href="/me">Leave, keep answers</a>
    </p>
  );
}

type Attempt = {
  id: string;
  title: string;
  deadline: Date | null;
  zone: string | null;
  /** For a student who sees the time only in words. */
  noTimer: boolean;
};

/**
 * The bar that stays on top of an attempt: which quiz, until when, and in words whether everything is kept. The script
 * fills in the minutes that are left; without it the deadline in words is what one has.
 */
export function AttemptBar({ attempt }: { attempt: Attempt }) {
  const { id, title, deadline, zone, noTimer } = attempt;
  return (
    <section className="quizbar" aria-label="This attempt" data-attempt={id}>
      <div>
        <span className="title">{title}</span>
        <Until deadline={deadline} zone={zone} />
        {noTimer ? null : (
          <span className="timer" id="timer" hidden>
            <span role="timer" aria-live="off" />
            <button type="button" className="linky">
              Hide time
            </button>
          </span>
        )}
        <strong id="time-said" role="status" />
        <span className="says" id="save-state">
          <Mark name="at-school" />
          <span>Answers are kept when you go on</span>
        </span>
        <span className="vh" id="save-said" role="status" />
      </div>
      <div id="handed" hidden tabIndex={-1}>
        <p className="says" />
        <button type="button" className="btn">
          Take it back
        </button>
      </div>
    </section>
  );
}

/** The deadline in words, and for the script, which puts another one in its place when it moves. */
export function Until({ deadline, zone }: Pick<Attempt, "deadline" | "zone">) {
  return (
    <span className="small" id="until" hidden={!deadline}>
      until{" "}
      <time dateTime={deadline ? new Date(deadline).toISOString() : undefined}>
        {deadline ? moment(deadline, zone) : null}
      </time>
    </span>
  );
}
