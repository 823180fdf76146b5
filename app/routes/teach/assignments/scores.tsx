import { Histogram } from "~/figures/plots/histogram";
import type { Results } from "~/models/results.server";
import { many, percent, score } from "~/text";

/** How the complete scores are spread, in words and as a picture, and which questions were hardest. */
export function Scores({ id, report }: { id: string; report: Results }) {
  const { mean, max, shares } = report;
  if (mean === null) return null;
  const most = max ?? 100;
  const scores = shares.map((share) => share * most);
  const sorted = [...scores].sort((a, b) => a - b);
  const middle = ((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
  const half = mean.spread === null ? null : (1.96 * mean.spread * most) / Math.sqrt(mean.n);
  const unit = max === null ? "percent" : "points";
  const hardest = report.columns
    .flatMap(({ slot, share }) => (share === null ? [] : [{ slot, share }]))
    .sort((a, b) => a.share - b.share)
    .slice(0, 3);
  return (
    <section className="stack" aria-labelledby="scores">
      <h2 id="scores">Scores</h2>
      <div className="two">
        <Histogram
          id="spread"
          scores={scores}
          most={most}
          unit={unit}
          mean={mean.share * most}
          deviation={mean.spread === null ? null : mean.spread * most}
        />
        <div className="stack">
          <p>
            <strong>What this says.</strong> Half of those who are done have {score(middle)} {unit} or more.
          </p>
          <p>
            <strong>How sure.</strong>{" "}
            {half === null
              ? "One score says nothing about a class."
              : `With ${many(mean.n, "student")} the mean could as well be ${score(Math.max(0, mean.share * most - half))} to ${score(Math.min(most, mean.share * most + half))}.`}
            {mean.n < 10 ? " Too few answers to build on." : ""}
          </p>
          {hardest.length > 0 ? (
            <p>
              <strong>Hardest.</strong>{" "}
              {hardest.map(({ slot, share }) => `question ${slot} (${percent(share)})`).join(", ")}.{" "}
              <a href={`/teach/assignments/${id}/questions`}>What was answered, hardest first</a>
            </p>
          ) : null}
        </div>
      </div>
    </section>
  );
}
