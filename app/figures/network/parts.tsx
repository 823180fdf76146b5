import type { NodeId } from "~/lab/model";
import type { seenBy } from "./message";
import { type Cover, Lines, Words } from "./words";

type Seen = ReturnType<typeof seenBy>;
type Area = { x: number; y: number; width: number; height: number };

/** A padlock: shut and filled, or outlined with its shackle lifted. */
export function Lock({ on, x, y }: { on: Cover; x: number; y: number }) {
  return (
    <g className={`lock ${on}`} transform={`translate(${x} ${y})`}>
      <g className="shut">
        <rect className="body" x="-7" y="-2" width="14" height="11" />
        <path d="M-4-2v-3.5a4 4 0 0 1 8 0V-2" />
      </g>
      <g className="ajar">
        <rect x="-7" y="-2" width="14" height="11" />
        <path d="M-4-2v-5a4 4 0 0 1 7.8-1.2" />
      </g>
    </g>
  );
}

/** A network or link: hatched when sealed, with the words in it when open, with the envelope when only end-to-end seals it. */
export function Pipe({ node, on, tint, told, upright = false, ...area }: PipeProps) {
  const { x, y, width, height } = area;
  const walls = upright
    ? `M${x} ${y}v${height}M${x + width} ${y}v${height}`
    : `M${x} ${y}h${width}M${x} ${y + height}h${width}`;
  return (
    <g className={`spot s-${node}`}>
      <rect className="pipe" {...area} />
      {told && (
        <>
          <rect className={`seal ${on}`} {...area} fill={`url(#${tint})`} />
          <Words on={on} x={x + width / 2} y={y + height / 2} upright={upright} />
        </>
      )}
      <path className="wall" d={walls} />
    </g>
  );
}

type PipeProps = Area & { node: NodeId; on: Cover; tint: string; told: boolean; upright?: boolean };

/** A device, a data centre or the front end. */
export function Box({ node, lines, ...area }: Area & { node: NodeId; lines: string[] }) {
  return (
    <g className={`spot s-${node}`}>
      <rect className="box" {...area} />
      <Lines lines={lines} x={area.x + area.width / 2} y={area.y + area.height / 2} />
    </g>
  );
}

/** The storage disk, as a drum. */
export function Disk({ x, y, width, height, tint, told }: Area & { tint: string; told: boolean }) {
  const round = width / 2;
  const body = `M${x} ${y + 8}v${height - 16}a${round} 8 0 0 0 ${width} 0v-${height - 16}`;
  return (
    <g className="spot s-storage_disk">
      <path className="box disk" d={body} />
      {told && (
        <>
          <path className="seal rest" fill={`url(#${tint})`} d={`${body}z`} />
          <Words on="rest" x={x + round} y={y + height / 2 + 4} />
        </>
      )}
      <ellipse className="box disk" cx={x + round} cy={y + 8} rx={round} ry="8" />
    </g>
  );
}

/** A numbered place to look from: filled for content, ringed twice for metadata, small and pale for nothing. */
export function ObserverMark({ number, x, y, seen }: { number: number; x: number; y: number; seen: Seen }) {
  return (
    <g className="ob" {...seen}>
      <circle className="ring" cx={x} cy={y} r="14.5" />
      <circle cx={x} cy={y} r="10.5" />
      <text x={x} y={y + 4.5}>
        {number}
      </text>
    </g>
  );
}
