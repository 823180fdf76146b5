import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";

const x = scaleLinear([0, 1], [4, 116]);

/** A line from 0 to 1 that stands beside its numbers in a table: the numbers are what is read aloud. */
function Strip({ children }: { children: ReactNode }) {
  return (
    <svg className="plot strip" viewBox="0 0 120 16" aria-hidden="true">
      <path className="axis" d="M4 8H116M4 5v6M60 6v4M116 5v6" />
      {children}
    </svg>
  );
}

/** A share with the interval it may lie in, and, as a hollow mark, what guessing would give. All 0..1. */
export function ShareStrip({
  share,
  interval,
  guess,
}: {
  share: number;
  interval: { from: number; to: number } | null;
  guess?: number | null;
}) {
  return (
    <Strip>
      {interval ? <path className="range" d={`M${x(interval.from)} 8H${x(interval.to)}`} /> : null}
      {guess ? <path className="guess" d={`M${x(guess)} 2v12`} /> : null}
      <circle className="pt" cx={x(share)} cy="8" r="4" />
    </Strip>
  );
}

/** A length of 0..1, solid for what is right and hatched for what is not, so that it is told apart without colour. */
export function Bar({ share, kind = "plain" }: { share: number; kind?: "right" | "wrong" | "plain" }) {
  const length = Math.max(0, Math.min(1, share)) * 120;
  return (
    <svg className="plot bar-strip" viewBox="0 0 120 10" preserveAspectRatio="none" aria-hidden="true">
      {kind === "wrong" ? (
        <>
          <rect className="wrong-wash" x="0" y="1" width={length} height="8" />
          <path className="hatch" d={hatch(length)} />
          <rect className="outline-wrong" x="0" y="1" width={length} height="8" />
        </>
      ) : (
        <rect className={kind === "right" ? "right-fill" : "pt"} x="0" y="1" width={Math.max(0.5, length)} height="8" />
      )}
    </svg>
  );
}

/** Strokes drawn one by one: a pattern would need an id for each bar. */
function hatch(length: number): string {
  const strokes: string[] = [];
  for (let at = 4; at < length; at += 4) strokes.push(`M${at} 1v8`);
  return strokes.join("");
}
