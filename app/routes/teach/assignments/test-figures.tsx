import type { TestStatistics } from "~/statistics/test";
import { many, score } from "~/text";
import { shownFigure } from "./figure-words";

/** A quiz as a whole in numbers, each with what it means. */
export function TestFigures({ test, most }: { test: TestStatistics; most: number }) {
  const ofAll = `of ${score(most)}`;
  const alpha = test.consistency.value;
  if (test.attempts === 0)
    return (
      <p className="read">
        {many(test.waiting, "attempt waits", "attempts wait")} for marks by hand: the quiz as a whole can be judged when
        an attempt is marked to the end. The questions below say what is known already.
      </p>
    );
  return (
    <>
      <dl className="figures">
        <Value name="Attempts" value={String(test.attempts)}>
          {test.waiting > 0
            ? `${many(test.waiting, "more waits", "more wait")} for a mark and ${test.waiting === 1 ? "is" : "are"} not in these numbers.`
            : "All that were handed in are marked."}
        </Value>
        <Value name="Mean" value={shownFigure(test.mean)} unit={ofAll}>
          {meanWords(test)}
        </Value>
        <Value name="Median" value={shownFigure(test.median)} unit={ofAll}>
          Half have more, half have less. One very weak result does not move it.
        </Value>
        <Value name="Spread (standard deviation)" value={shownFigure(test.deviation)} unit="points">
          About two thirds lie within this of the mean.
        </Value>
        <Value name="Lowest and highest" value={`${shownFigure(test.minimum)} to ${shownFigure(test.maximum)}`}>
          {""}
        </Value>
        <Value
          name="Reliability (Cronbach’s alpha)"
          value={shownFigure(test.consistency, (value) => `${Math.round(value)}%`)}
        >
          {alpha === null
            ? "Whether the questions measure one thing."
            : alpha < 64
              ? "Low: the questions do not order students alike. Few questions or many easy ones do that too."
              : alpha < 75
                ? "Fair: good enough to see where the class is, not to tell two students apart."
                : "Good: the questions order students alike."}
        </Value>
        <Value name="Standard error" value={shownFigure(test.standardError)} unit="points">
          So far one student’s score lies by chance from what they would get on average. Differences smaller than twice
          this say nothing about two students.
        </Value>
      </dl>
      <details>
        <summary>More about the shape</summary>
        <dl className="figures">
          <Value name="Skewness" value={shownFigure(test.skewness)}>
            Under 0: a tail of weak results. Over 0: a tail of strong ones.
          </Value>
          <Value name="Kurtosis" value={shownFigure(test.kurtosis)}>
            Over 0: bunched in the middle with a few far out. Under 0: flat.
          </Value>
          <Value name="Error ratio" value={shownFigure(test.errorRatio, (value) => `${Math.round(value)}%`)}>
            The part of the spread that is chance.
          </Value>
        </dl>
      </details>
    </>
  );
}

/** The mean could as well lie within two of its standard errors, s/√n. */
function meanWords({ mean, deviation, attempts }: TestStatistics): string {
  if (mean.value === null || deviation.value === null) return "Needs two marked attempts to say how sure it is.";
  const half = (1.96 * deviation.value) / Math.sqrt(attempts);
  const few = attempts < 10 ? " Too few answers to build on." : "";
  return `With ${many(attempts, "attempt")} it could as well be ${score(mean.value - half)} to ${score(mean.value + half)}.${few}`;
}

function Value({ name, value, unit, children }: { name: string; value: string; unit?: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className="value">{value}</span> {unit ? <small>{unit}</small> : null}
        {children ? <p className="why">{children}</p> : null}
      </dd>
    </div>
  );
}
