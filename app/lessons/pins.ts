import { nodes } from "~/lab/model";
import type { Offer } from "./offers";

/** A pin and the place of the network where it stands, if it stands anywhere. */
export type PlacedPin = { pin: string; name: string; place: (typeof nodes)[number] | undefined };

/** How "this pin stands there" is kept and sent: `prism.front_end`. */
export function pinAt(pin: string, place: string): string {
  return `${pin}.${place}`;
}

/** Every pin that is offered, with its place. */
export function placePins(pins: Offer[], chosen: string[]): PlacedPin[] {
  return pins.map(({ value, words }) => ({
    pin: value,
    name: words,
    place: nodes.find(({ id }) => chosen.includes(pinAt(value, id))),
  }));
}
