import { type Learns, type ObserverId, observers } from "~/lab/model";
import { ObserverMark } from "./parts";

/** The seven observers at their places in one drawing. */
export function Observers({
  at,
  learns,
}: {
  at: Record<ObserverId, [number, number]>;
  learns?: Record<ObserverId, Learns>;
}) {
  return observers.map(({ id, number }) => (
    <ObserverMark key={id} number={number} x={at[id][0]} y={at[id][1]} learns={learns?.[id]} />
  ));
}
