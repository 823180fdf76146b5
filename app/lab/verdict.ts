import { changedBy, failing, type Goal, type Pattern, reaches, settingsLike, switchesOf } from "./goal";
import {
  type Control,
  everySetting,
  flipped,
  learns,
  learnsWords,
  type ObserverId,
  observers,
  type Settings,
  settingCode,
  switchWords,
  why,
} from "./model";
import { settingWords } from "./setting-words";

/** How an answer to an investigation stands. `see` is a setting of the lab that shows what is said. */
export type Verdict = { right: boolean; says: { text: string; see?: Settings }[] };

/** How an answer stands, in words. */
export function verdictWords({ right }: Pick<Verdict, "right">): string {
  return right ? "Yes, by the rules of the lab" : "Not yet";
}

type SwitchGoal = Exclude<Goal, { kind: "every-setting" }>;
type SettingGoal = Extract<Goal, { kind: "every-setting" }>;

/** What the rules say to the switches somebody chose: a line for each, and whether some are missing. */
export function judgeSwitches(goal: SwitchGoal, start: Settings, chosen: Control[]): Verdict {
  const wanted = switchesOf(goal, start);
  const left = wanted.filter((control) => !chosen.includes(control)).length;
  const right = left === 0 && chosen.length === wanted.length;
  return {
    right,
    says: [
      ...chosen.map((control) =>
        goal.kind === "which-switch"
          ? turned(goal.observer, start, control, wanted.includes(control))
          : affects(control, wanted.includes(control)),
      ),
      ...(left > 0 && goal.kind === "changes-one" ? [{ text: stillOut(left) }] : []),
    ],
  };
}

/** What the rules say to a pattern: a setting that it means and that fails, or one that it leaves out. */
export function judgePattern(goal: SettingGoal, pattern: Pattern): Verdict {
  const meant = settingsLike(pattern);
  const fails = meant.find((settings) => !reaches(goal, settings));
  const codes = new Set(meant.map(settingCode));
  const left = everySetting.filter((settings) => reaches(goal, settings) && !codes.has(settingCode(settings)));
  if (fails) return { right: false, says: [failure(goal, fails)] };
  if (left[0]) return { right: false, says: [leftOut(left[0], left.length)] };
  return { right: true, says: [{ text: `These are all: ${meant.length} of the 32 settings.` }] };
}

function turned(observer: ObserverId, start: Settings, control: Control, counts: boolean) {
  const then = flipped(start, control);
  const { name } = observerOf(observer);
  return {
    text: `“${switchWords[control].name}” is ${counts ? "the one" : "not the one"}: ${name} then ${learnsWords[learns(then)[observer]]}. ${why(observer, then)}`,
    see: then,
  };
}

function affects(control: Control, counts: boolean) {
  const names = changedBy(control).map((id) => `${observerOf(id).name} (${observerOf(id).number})`);
  const changes = `what ${new Intl.ListFormat("en-GB").format(names)} ${names.length === 1 ? "learns" : "learn"}`;
  return {
    text: `“${switchWords[control].name}” ${counts ? `counts: it changes ${changes}, and nothing else` : `does not count: it changes ${changes}`}.`,
  };
}

function stillOut(left: number): string {
  return left === 1
    ? "One switch that counts is not in your answer yet."
    : `${left} switches that count are not in your answer yet.`;
}

function failure(goal: SettingGoal, settings: Settings) {
  const observer = failing(goal, settings) as ObserverId;
  const { name } = observerOf(observer);
  return {
    text: `Your answer takes in this setting: ${settingWords(settings)}. There ${name} ${learnsWords[learns(settings)[observer]]}. ${why(observer, settings)}`,
    see: settings,
  };
}

function leftOut(settings: Settings, count: number) {
  return {
    text: `All of yours do it, and ${count} more ${count === 1 ? "does" : "do"} too, such as this: ${settingWords(settings)}.`,
    see: settings,
  };
}

function observerOf(id: ObserverId) {
  return observers.find((observer) => observer.id === id) as (typeof observers)[number];
}
