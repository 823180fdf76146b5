import type { TrialShown } from "~/models/trial.server";
import { extraTime } from "~/text";

/** Says on every page of a trial that it is one, as whom, and how to leave it. Nothing for somebody's work. */
export function TrialBanner({ trial }: { trial: TrialShown | null }) {
  if (!trial) return null;
  const { as, timeFactor, noTimer, back } = trial;
  const gets = [timeFactor > 1 ? extraTime(timeFactor) : null, noTimer ? "no clock" : null].filter(Boolean);
  return (
    <section className="trial" aria-label="This is a trial">
      <p>
        <b>A trial</b>, as {as ?? "a student whom you throw away afterwards"}
        {gets.length > 0 ? ` (${gets.join(", ")})` : ""}. It is nobody’s work and is in no report.
      </p>
      <form method="post" action={`/attempts/${trial.attempt}/removal`} className="btns">
        <a href={back}>Leave the trial</a>
        <button className="linky" type="submit">
          Throw it away
        </button>
      </form>
    </section>
  );
}
