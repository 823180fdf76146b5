import { points } from "~/text";

type Line = { points: number; criterion: string };

/**
 * The lines of a rubric in words, each with what it earns.
 * @param worth what the question is worth in its quiz, which may be more or less than the rubric's points together; without
 *   it, the rubric as its author wrote it
 */
export function rubricLines(rubric: Line[], worth?: number): string[] {
  const total = rubric.reduce((sum, line) => sum + line.points, 0);
  const scale = worth === undefined || total === 0 ? 1 : worth / total;
  return rubric.map((line) => `${points(Math.round(line.points * scale * 100) / 100)}: ${line.criterion}`);
}

/** What earns the points of an answer that a person marks. */
export function Rubric({ rubric, worth }: { rubric: Line[]; worth?: number }) {
  return (
    <>
      <h3>What earns the points</h3>
      <ul>
        {rubricLines(rubric, worth).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
