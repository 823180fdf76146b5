import { z } from "zod";
import { controls, learnable, type Observer, observers } from "~/lab/model";

/** A setting of all five switches of the lab. */
export const Settings = z.record(z.enum(controls), z.boolean());
export const ObserverId = z.enum(observers.map((observer) => observer.id));
export type ObserverId = z.infer<typeof ObserverId>;
export const Learned = z.enum(learnable);
export type Learned = z.infer<typeof Learned>;

/** Name and place of an observer, as the lab has them. */
export function observerOf(id: ObserverId): Observer {
  return observers.find((observer) => observer.id === id) as Observer;
}
