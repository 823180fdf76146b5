import type { NodeId } from "~/lab/model";
import type { Pin } from "./drawing";
import { Lines } from "./words";

/** The point at which a pin stands, and whether its flag is above or below. */
export type Stands = Record<NodeId, [x: number, y: number, way: "up" | "down"]>;

const pole = 8;
const line = 17;

/** The reader's pins: one flag at each place that has any, with all names that stand there. */
export function Pins({ at, pins }: { at: Stands; pins: Pin[] }) {
  return [...new Set(pins.map(({ place }) => place))].map((place) => {
    const [x, y, way] = at[place];
    const names = namesAt(place, pins);
    const [width, height] = [Math.max(...names.map((name) => name.length)) * 10.4 + 12, flagHeight(names.length)];
    const top = way === "up" ? y - pole - height : y + pole;
    return (
      <g key={place} className="pin">
        <path d={`M${x} ${y}v${way === "up" ? -pole : pole}`} />
        <rect x={x - width / 2} y={top} width={width} height={height} />
        <Lines lines={names} x={x} y={top + height / 2} step={line} />
      </g>
    );
  });
}

/** How much room the highest flag on this side takes; 0 when there is none. */
export function roomFor(pins: Pin[], at: Stands, side: "up" | "down"): number {
  const heights = pins
    .filter(({ place }) => at[place][2] === side)
    .map(({ place }) => pole + flagHeight(namesAt(place, pins).length) + 2);
  return Math.max(0, ...heights);
}

export function namesAt(place: NodeId, pins: Pin[]): string[] {
  return pins.filter((pin) => pin.place === place).map(({ name }) => name);
}

function flagHeight(lines: number): number {
  return 8 + line * lines;
}
