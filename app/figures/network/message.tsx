import type { Learns } from "~/lab/model";
import type { Run } from "./drawing";

type Point = readonly [x: number, y: number];
/** Where the message is drawn at each place, on the way out and on the way back. */
export type Way = { out: Record<string, Point>; back: Record<string, Point> };

/**
 * The message at its stop: an opened letter, the outside of an envelope, or only its tint. The script of the lab moves it
 * along `data-way`, which holds each stop as "x,y,what shows".
 */
export function Message({ run, way, tint }: { run: Run; way: Way; tint: string }) {
  const points = run.stops.map(({ node, leg, shows }) => [...(way[leg][node] ?? [0, 0]), shows] as const);
  const [x, y, shows] = points[run.at] ?? [0, 0, "nothing"];
  return (
    <g
      className="message"
      data-shows={shows}
      data-way={points.map((point) => point.join()).join(" ")}
      transform={`translate(${x} ${y})`}
    >
      <Letter />
      <g className="as-metadata">
        <path className="cover-out" d="M-26-17h52v34h-52z" />
        <path className="fold" d="m-26-17 26 20 26-20" />
      </g>
      <g className="as-nothing">
        <path className="cover-out" d="M-26-17h52v34h-52z" />
        <path className="seal-all" fill={`url(#${tint})`} d="M-26-17h52v34h-52z" />
      </g>
    </g>
  );
}

function Letter() {
  return (
    <g className="as-content">
      <path className="cover-out" d="M-26-19h52v38h-52z" />
      <text y="-2.5">Meet</text>
      <text y="13">at 6</text>
    </g>
  );
}

/** From which stop on each observer has seen the message, and what it has learned then. */
export function seenBy(run: Run | undefined, observer: string, learned: Learns | undefined) {
  if (!run) return { "data-learns": learned };
  const from = run.stops.findIndex(({ observers }) => observers.includes(observer));
  return { "data-from": from, "data-then": learned, "data-learns": run.at >= from ? learned : undefined };
}
