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

/** How the switches stand in the fields `name.<switch>` of an author's form: on where the box is ticked. */
export function settingFrom(form: FormData, name: string): z.infer<typeof Settings> {
  return Settings.parse(Object.fromEntries(controls.map((control) => [control, form.has(`${name}.${control}`)])));
}

/** All observers, those of `first` before the others. */
export function observersFrom(first: readonly ObserverId[]): ObserverId[] {
  return [...new Set([...first, ...ObserverId.options])];
}

/** The fields `name.<observer>` that say what somebody learns; the others are left out. */
export function learnedFrom(form: FormData, name: string): Partial<Record<ObserverId, Learned>> {
  return Object.fromEntries(
    ObserverId.options.flatMap((id) => {
      const said = Learned.safeParse(form.get(`${name}.${id}`));
      return said.success ? [[id, said.data] as const] : [];
    }),
  );
}

/** What may be said of an observer, "" for nothing yet. */
export function learnedChoices(unsaid: string): (readonly [value: string, words: string])[] {
  return [["", unsaid], ...learnable.map((one) => [one, one] as const)];
}
