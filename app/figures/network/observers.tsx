import { type Learns, type ObserverId, observers } from "~/lab/model";
import type { Run } from "./drawing";
import { seenBy } from "./message";
import { ObserverMark } from "./parts";

/** The seven observers at their places in one drawing. */
export function Observers({
  at,
  learns,
  run,
}: {
  at: Record<ObserverId, [number, number]>;
  learns?: Record<ObserverId, Learns>;
  run?: Run;
}) {
  return observers.map(({ id, number }) => (
    <ObserverMark key={id} number={number} x={at[id][0]} y={at[id][1]} seen={seenBy(run, id, learns?.[id])} />
  ));
}
