import { learns } from "~/lab/model";
import { ObserverId, observerOf } from "../lab";
import { grade, settingsOf } from "./grade";
import type { Body, Key, Response } from "./schema";

/** The setting that reaches the goal with the fewest switches turned; the start itself when none does. */
export function solution(body: Body, key: Key): Response {
  const found = answers(body)
    .filter((response) => grade(body, key, response) === 1)
    .sort((one, other) => turned(body, one) - turned(body, other));
  return (
    found[0] ?? { v: 1, switches: Object.fromEntries(body.switches.map((control) => [control, body.start[control]])) }
  );
}

/** Every way to set the switches that are offered. */
export function answers({ switches }: Body): Response[] {
  return Array.from({ length: 2 ** switches.length }, (_, number) => ({
    v: 1,
    switches: Object.fromEntries(switches.map((control, bit) => [control, Math.floor(number / 2 ** bit) % 2 === 1])),
  }));
}

/** A goal that no setting reaches, or that holds before anything is set. */
export function contradictions(body: Body, key: Key): string[] {
  const all = ObserverId.options.filter((observer) => key.conditions[observer]);
  const start = learns(body.start);
  if (all.every((observer) => start[observer] === key.conditions[observer]))
    return ["the goal holds already as the switches stand at the start"];
  const within = answers(body).map((response) => learns(settingsOf(body, response) ?? body.start));
  if (within.some((learned) => all.every((observer) => learned[observer] === key.conditions[observer]))) return [];
  const never = all.filter((observer) => !within.some((learned) => learned[observer] === key.conditions[observer]));
  const who = never.map((observer) => `${observerOf(observer).name} never learns ${key.conditions[observer]}`);
  return [`no setting of the offered switches reaches the goal${who.length > 0 ? `: ${who.join(", ")}` : ""}`];
}

function turned(body: Body, { switches }: Response): number {
  return body.switches.filter((control) => switches[control] !== body.start[control]).length;
}
