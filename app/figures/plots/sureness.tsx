import { scaleSqrt } from "d3-scale";
import { confidenceWords, many } from "~/text";
import { Plot } from "./plot";

/** How many answers were given with this much confidence (1 to 3), and how many of them earned all points. */
export type Sureness = { confidence: number; answers: number; right: number };

/** Confidence by correctness: three columns by two rows, each square as large as its share of the answers. */
export function SurenessGrid({ id, sureness }: { id: string; sureness: Sureness[] }) {
  const levels = [1, 2, 3].map(
    (confidence) => sureness.find((one) => one.confidence === confidence) ?? { confidence, answers: 0, right: 0 },
  );
  const all = levels.reduce((sum, { answers }) => sum + answers, 0);
  const side = scaleSqrt(
    [0, Math.max(1, ...levels.flatMap(({ answers, right }) => [right, answers - right]))],
    [0, 60],
  );
  const sureWrong = (levels[2]?.answers ?? 0) - (levels[2]?.right ?? 0);
  const rows = [
    { name: "right", of: ({ right }: Sureness) => right, y: 36 },
    { name: "not right", of: ({ answers, right }: Sureness) => answers - right, y: 128 },
  ];
  return (
    <Plot
      id={id}
      width={360}
      height={210}
      title={`How sure students were, and whether they were right: ${many(all, "answer")}. ${many(sureWrong, "answer was", "answers were")} very sure and not right.`}
      note="The larger a square, the more answers. Very sure and not right is where a wrong idea sits."
      numbers={{
        heads: ["How sure", "Right", "Not right"],
        rows: levels.map(({ confidence, answers, right }) => [
          confidenceWords[confidence] ?? "",
          String(right),
          String(answers - right),
        ]),
      }}
    >
      {rows.map(({ name, of, y }) => (
        <g key={name}>
          <text x="4" y={y + 4}>
            {name}
          </text>
          {levels.map((level, column) => {
            const [size, middle] = [side(of(level)), 126 + column * 90];
            return (
              <g key={level.confidence}>
                <rect
                  className={name === "right" ? "right-fill" : "wrong-box"}
                  x={middle - size / 2}
                  y={y - size / 2}
                  width={size}
                  height={size}
                />
                <text className="k" x={middle} y={y + 46} textAnchor="middle">
                  {of(level)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      {levels.map(({ confidence }, column) => (
        <text key={confidence} x={126 + column * 90} y={204} textAnchor="middle">
          {confidenceWords[confidence]}
        </text>
      ))}
    </Plot>
  );
}
