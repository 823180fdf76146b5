import { Lines } from "./words";

/** The three collection points of diagram D-L3, as it labels them. Only what is reported has a dashed outline. */
export const collectionPoints = {
  prism: { number: 1, lines: ["PRISM: demand to the provider"], reported: false },
  upstream: { number: 2, lines: ["Upstream: filter on the backbone"], reported: false },
  muscular: { number: 3, lines: ["MUSCULAR (reported):", "tap between data centres"], reported: true },
};
export const abroad = ["part of this route", "may lie outside the US"];

type Point = (typeof collectionPoints)[keyof typeof collectionPoints];
type Place = { x: number; y: number };

/** A numbered flag with its label. */
export function Flag({ point: { number, lines, reported }, x, y, width }: Place & { point: Point; width: number }) {
  const height = lines.length * 17 + 10;
  return (
    <g className={reported ? "flag reported" : "flag"}>
      <rect x={x} y={y} width={width} height={height} />
      <Lines className="s number" lines={[String(number)]} x={x + 10} y={y + height / 2} />
      <Lines className="s" lines={lines} x={x + 27} y={y + height / 2} />
    </g>
  );
}

/** Only the number, centred on (x, y), where the label stands elsewhere. */
export function FlagNumber({ point: { number, reported }, x, y }: Place & { point: Point }) {
  return (
    <g className={reported ? "flag reported" : "flag"}>
      <rect x={x - 10} y={y - 11} width="20" height="22" />
      <Lines className="number" lines={[String(number)]} x={x} y={y} />
    </g>
  );
}

/** What the two outlines mean. */
export function FlagLegend({ solid, dashed }: { solid: Place; dashed: Place }) {
  return (
    <>
      <g className="flag">
        <rect x={solid.x} y={solid.y} width="22" height="16" />
        <Lines className="s" lines={["solid = officially described"]} x={solid.x + 30} y={solid.y + 8} />
      </g>
      <g className="flag reported">
        <rect x={dashed.x} y={dashed.y} width="22" height="16" />
        <Lines className="s" lines={["dashed = reported from leaked documents"]} x={dashed.x + 30} y={dashed.y + 8} />
      </g>
    </>
  );
}
