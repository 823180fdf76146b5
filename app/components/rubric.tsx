import { points } from "~/text";

/** What earns the points of an answer that a person marks. */
export function Rubric({ rubric }: { rubric: { points: number; criterion: string }[] }) {
  return (
    <>
      <h3>What earns the points</h3>
      <ul>
        {rubric.map((line) => (
          <li key={line.criterion}>
            {points(line.points)}: {line.criterion}
          </li>
        ))}
      </ul>
    </>
  );
}
