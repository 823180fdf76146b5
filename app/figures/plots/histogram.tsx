import { scaleLinear } from "d3-scale";
import { many, score } from "~/text";
import { binned } from "./bins";
import { Plot } from "./plot";

const [width, height, left, right, top, floor] = [360, 170, 12, 348, 34, 136];
/** Higher stacks are drawn as bars. */
const mostDots = 9;

/**
 * How scores are spread: a dot is one attempt; many of them are bars.
 * @param scores in points, 0..most @param mean,deviation null where there is none
 */
export function Histogram({
  id,
  scores,
  most,
  mean,
  deviation,
  who = "student",
  unit = "points",
}: {
  id: string;
  scores: number[];
  most: number;
  mean: number | null;
  deviation: number | null;
  who?: "student" | "attempt";
  unit?: "points" | "percent";
}) {
  const bins = binned(scores, most);
  const tallest = Math.max(1, ...bins.map(({ count }) => count));
  const x = scaleLinear([0, most], [left, right]);
  const y = scaleLinear([0, tallest], [floor, top]);
  const dots = tallest <= mostDots;
  const said = scores.length === 0 ? "" : `, from ${score(Math.min(...scores))} to ${score(Math.max(...scores))}`;
  const clamp = (value: number) => x(Math.min(most, Math.max(0, value)));
  return (
    <Plot
      id={id}
      width={width}
      height={height}
      title={`Scores of ${many(scores.length, who)}${said} of ${score(most)} ${unit}.${mean === null ? "" : ` Mean ${score(mean)}.`}`}
      note={
        <>
          {dots ? `One dot is one ${who}.` : `The height of a bar is how many ${who}s have that score.`}
          {deviation === null ? null : " The band is one spread either side of the mean."}
        </>
      }
      numbers={{
        heads: ["Score", who === "student" ? "Students" : "Attempts"],
        rows: bins.map(({ from, to, count }, index) => [
          `${score(from)} to ${index === bins.length - 1 ? score(to) : `under ${score(to)}`}`,
          String(count),
        ]),
      }}
    >
      {mean === null ? null : (
        <>
          {deviation === null ? null : (
            <rect
              className="spread"
              x={clamp(mean - deviation)}
              y={top - 8}
              width={Math.max(1, clamp(mean + deviation) - clamp(mean - deviation))}
              height={floor - top + 8}
            />
          )}
          <path className="mid" d={`M${x(mean)} ${top - 12}V${floor}`} />
          <text className="k" x={Math.min(right - 34, Math.max(left + 34, x(mean)))} y={top - 18} textAnchor="middle">
            mean {score(mean)}
          </text>
        </>
      )}
      {bins.map(({ from, to, count, mean: middle }) =>
        dots ? (
          Array.from({ length: count }, (_, place) => (
            <circle
              // biome-ignore lint/suspicious/noArrayIndexKey: dots have no name but their place in the stack
              key={`${from} ${place}`}
              className="pt"
              cx={Math.min(x(to) - 5, Math.max(x(from) + 5, x(middle)))}
              cy={floor - 7 - place * 11}
              r="4.6"
            />
          ))
        ) : (
          <rect
            key={from}
            className="pt"
            x={x(from) + 1.5}
            y={y(count)}
            width={Math.max(1, x(to) - x(from) - 3)}
            height={floor - y(count)}
          />
        ),
      )}
      <path className="axis" d={`M${left} ${floor}H${right}`} />
      {x.ticks(5).map((tick) => (
        <g key={tick}>
          <path className="axis" d={`M${x(tick)} ${floor}v5`} />
          <text x={x(tick)} y={floor + 20} textAnchor="middle">
            {score(tick)}
          </text>
        </g>
      ))}
    </Plot>
  );
}
