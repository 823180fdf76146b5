/** Which of the four kinds of encryption a part shows; figure.css shows or hides its pieces by the state of `.net`. */
export type Cover = "tls" | "inter" | "rest" | "e2e";

/** What can be read at a place, centred on (x, y): the message, or with end-to-end only its envelope. */
export function Words({
  on,
  x,
  y,
  upright = false,
}: {
  on: Cover | "inside";
  x: number;
  y: number;
  upright?: boolean;
}) {
  return (
    <>
      <g className={`txt ${on}`}>
        <Lines lines={upright ? ["Meet", "at 6"] : ["Meet at 6"]} x={x} y={y} />
      </g>
      <g className={`env ${on}`}>
        <Lines lines={upright ? ["Ama", "→ Ben"] : ["Ama → Ben"]} x={x} y={y} />
      </g>
    </>
  );
}

/** Lines of text around a middle: centred, or from `x` on. */
export function Lines({
  lines,
  x,
  y,
  className,
  step = 17,
}: {
  lines: string[];
  x: number;
  y: number;
  className?: string;
  step?: number;
}) {
  const first = y + 5 - ((lines.length - 1) / 2) * step;
  return lines.map((line, row) => (
    <text key={line} className={className} x={x} y={first + row * step}>
      {line}
    </text>
  ));
}
