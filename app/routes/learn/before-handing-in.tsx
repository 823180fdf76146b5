import { type Station, Stations } from "~/components/stations";
import { TrialBanner } from "~/components/trial-banner";
import type { TrialShown } from "~/models/trial.server";
import { beforeHandingIn } from "~/text";
import { Passed } from "./page-turns";

type Drawn = { id: string; stations: Station[]; trial: TrialShown | null; passed?: boolean };

/** What a tab says of the page before handing in. */
export const summaryTitle = (quiz: string) => `Check before handing in: ${quiz} · Keyhole`;

/** Which questions have an answer, and the button that hands in: what stands in `main`. */
export function BeforeHandingIn({ id, passed = false, trial, stations }: Drawn) {
  const open = stations.filter((one) => !one.answered && one.reach === "open");
  const left = stations.filter((one) => !one.answered && one.reach === "left");
  const ahead = stations.filter((one) => one.reach === "ahead");
  const flagged = stations.filter((one) => one.flagged);
  const back = open[0] ?? stations.find((one) => one.reach === "open");
  const places = (some: typeof stations) => some.map(({ place }) => place);
  return (
    <>
      <TrialBanner trial={trial} />
      <div className="stack">
        <h1>Check before handing in</h1>
        <Stations stations={stations} attempt={id} current={[]} />
        {passed ? <Passed /> : null}
        <p className="read" id="before-handing-in">
          {beforeHandingIn(places(open), places(flagged), places(left), places(ahead))}
        </p>
        <p className="read">After handing in, your answers cannot be changed.</p>
        <form method="post" action={`/attempts/${id}/submission`} data-page="summary" className="btns">
          <button type="submit" className="btn go">
            Hand in
          </button>
          <a className="btn" href={`/attempts/${id}?page=${back?.page ?? 1}`}>
            Back to the questions
          </a>
        </form>
      </div>
    </>
  );
}
