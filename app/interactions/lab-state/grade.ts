import { type Learns, learns, type Settings } from "~/lab/model";
import { ObserverId } from "../lab";
import type { Body, Key, Response } from "./schema";

/** One thing that shall hold, and what came of it: `learned` is null until every switch is set. */
export type Condition = { observer: ObserverId; wanted: Learns; learned: Learns | null };

/**
 * Conditions that hold by the rules of the lab (brief part 5.3) / conditions. The start left as it is earns 0, and so does
 * a half-set lab: what nobody changed shows nothing.
 */
export function grade(body: Body, key: Key, response: Response | null): number {
  const settings = settingsOf(body, response);
  if (!settings || isStart(body, settings)) return 0;
  const all = conditions(body, key, response);
  return all.filter(({ wanted, learned }) => learned === wanted).length / all.length;
}

/** The conditions of the key, in the order of the observers. */
export function conditions(body: Body, key: Key, response: Response | null): Condition[] {
  const settings = settingsOf(body, response);
  const learned = settings && learns(settings);
  return ObserverId.options.flatMap((observer) => {
    const wanted = key.conditions[observer];
    return wanted ? [{ observer, wanted, learned: learned?.[observer] ?? null }] : [];
  });
}

/** The whole lab as it was answered, or null unless every switch that is offered was set. */
export function settingsOf(body: Body, response: Response | null): Settings | null {
  if (!body.switches.every((control) => response?.switches[control] !== undefined)) return null;
  const set = body.switches.map((control) => [control, response?.switches[control]]);
  return { ...body.start, ...Object.fromEntries(set) };
}

export function isStart(body: Body, settings: Settings): boolean {
  return body.switches.every((control) => settings[control] === body.start[control]);
}

/** A condition that does not hold; a half-set lab shows no misconception. */
export function faults(body: Body, key: Key, response: Response | null): string[] {
  return conditions(body, key, response)
    .filter(({ wanted, learned }) => learned !== null && learned !== wanted)
    .map(({ observer }) => `condition.${observer}`);
}
