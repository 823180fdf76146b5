import { learns, observers, switchWords, why } from "~/lab/model";
import type { Outcome, ReviewRow } from "../contract";
import { observerOf } from "../lab";
import { type Condition, conditions, grade, isStart, settingsOf } from "./grade";
import type { Body, Key, Response } from "./schema";
import { solution } from "./solve";

/** A line for each condition, which is no choice but what came of one, and a last one on all of them: that they hold, or one way in which they would. */
export function review(body: Body, key: Key | null, response: Response | null): ReviewRow[] {
  if (!key) return switchLines(body, response);
  const last: ReviewRow =
    grade(body, key, response) === 1
      ? { text: "Together they reach the goal", standing: "right", picked: false, code: "goal" }
      : { text: `One way to do it: ${summary(body, solution(body, key))}`, standing: "missed", picked: false };
  return [...conditions(body, key, response).map(conditionLine), last];
}

/** What each of the seven learns under the setting that was given, by the rules of the lab. */
export function outcome(body: Body, key: Key | null, response: Response | null): Outcome | null {
  const settings = settingsOf(body, response);
  if (!key || !settings) return null;
  const learned = learns(settings);
  return {
    caption: `With these switches (${summary(body, response)}), each of the seven learns:`,
    heads: ["Observer", "Learns", "Why"],
    rows: observers.map(({ id, name }) => [name, learned[id], why(id, settings)]),
  };
}

export function worked(body: Body, key: Key, response: Response | null, points: number): string | null {
  if (!response) return null;
  const settings = settingsOf(body, response);
  if (!settings) return `Not every switch is set: ${points} × 0`;
  if (isStart(body, settings)) return `The switches stand as they stood at the start: ${points} × 0`;
  const all = conditions(body, key, response);
  const held = all.filter(({ wanted, learned }) => learned === wanted).length;
  return `${held} of ${all.length} conditions hold: ${points} × ${held}/${all.length}`;
}

export function summary(body: Body, response: Response | null): string {
  return switchLines(body, response)
    .filter(({ picked }) => picked)
    .map(({ text }) => text)
    .join("; ");
}

function conditionLine({ observer, wanted, learned }: Condition): ReviewRow {
  const who = observerOf(observer).name;
  if (learned === null) return { text: `${who} → ${wanted}`, standing: "blank", picked: false };
  if (learned === wanted) return { text: `${who} → ${learned}`, standing: "right", picked: false };
  const code = `condition.${observer}`;
  return { text: `${who} → ${learned}`, standing: "wrong", picked: false, says: `Wanted: ${wanted}.`, code };
}

function switchLines(body: Body, response: Response | null): ReviewRow[] {
  return body.switches.map((control) => {
    const { name, on, off } = switchWords[control];
    const set = response?.switches[control];
    const text = set === undefined ? name : `${name}: ${set ? on : off}`;
    return { text, standing: "blank", picked: set !== undefined };
  });
}
