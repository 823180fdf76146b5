import {
  type Control,
  controls,
  everySetting,
  flipped,
  type Learns,
  learns,
  type ObserverId,
  observers,
  type Settings,
  settingCode,
} from "./model";

/**
 * What an investigation looks for: the switches that bring one observer to something, from the start; the switches that
 * change one observer only, however the rest is set; or every setting in which these observers learn one of these.
 */
export type Goal =
  | { kind: "which-switch"; observer: ObserverId; to: Learns }
  | { kind: "changes-one" }
  | { kind: "every-setting"; learns: Partial<Record<ObserverId, Learns[]>> };

/** How a switch has to stand in every setting that is meant. */
export const stands = ["on", "off", "either"] as const;
export type Stands = (typeof stands)[number];
export type Pattern = Record<Control, Stands>;

/** Whether these settings reach the goal. */
export function reaches(goal: Extract<Goal, { kind: "every-setting" }>, settings: Settings): boolean {
  return failing(goal, settings) === undefined;
}

/** The first observer who learns something else than the goal says. */
export function failing(goal: Extract<Goal, { kind: "every-setting" }>, settings: Settings): ObserverId | undefined {
  const learned = learns(settings);
  return observers.map(({ id }) => id).find((id) => goal.learns[id] && !goal.learns[id].includes(learned[id]));
}

/** The switches that a goal of switches is about. @param start where the investigation begins */
export function switchesOf(goal: Exclude<Goal, { kind: "every-setting" }>, start: Settings): Control[] {
  return controls.filter((control) =>
    goal.kind === "which-switch"
      ? learns(flipped(start, control))[goal.observer] === goal.to && learns(start)[goal.observer] !== goal.to
      : changedBy(control).length === 1,
  );
}

/** The observers who learn something else when this switch is turned, under any setting. */
export function changedBy(control: Control): ObserverId[] {
  const changes = (id: ObserverId) =>
    everySetting.some((settings) => learns(settings)[id] !== learns(flipped(settings, control))[id]);
  return observers.map(({ id }) => id).filter(changes);
}

/** The settings that a pattern means. */
export function settingsLike(pattern: Pattern): Settings[] {
  return everySetting.filter((settings) =>
    controls.every((control) => pattern[control] === "either" || (pattern[control] === "on") === settings[control]),
  );
}

/** The pattern that means exactly the settings that reach the goal; null when there is none. */
export function patternOf(goal: Extract<Goal, { kind: "every-setting" }>): Pattern | null {
  const wanted = everySetting.filter((settings) => reaches(goal, settings));
  const pattern = Object.fromEntries(
    controls.map((control) => {
      const states = new Set(wanted.map((settings) => settings[control]));
      return [control, states.size === 2 ? "either" : states.has(true) ? "on" : "off"];
    }),
  ) as Pattern;
  const meant = settingsLike(pattern).map(settingCode);
  return wanted.length > 0 && meant.length === wanted.length ? pattern : null;
}
