import { type Control, controls, type Settings, switchWords } from "./model";

const short = {
  tls: "TLS",
  inter_dc: "the link",
  at_rest_provider_key: "the disk",
  e2e: "end-to-end",
} as const;

/** A setting in one line: "TLS locked, the link open, the disk open, end-to-end open, no demand served". */
export function settingWords(settings: Settings): string {
  return controls.map((control) => switchSays(control, settings)).join(", ");
}

/** In what one setting differs from another, as it stands now: "end-to-end locked, a demand served". */
export function differenceWords(before: Settings, now: Settings): string {
  return controls
    .filter((control) => before[control] !== now[control])
    .map((control) => switchSays(control, now))
    .join(", ");
}

/** Whether a demand is served, as it stands beside the name of a preset. */
export function demandWords({ demand_served }: Settings): string {
  return demand_served ? "with a demand served" : "no demand served";
}

function switchSays(control: Control, settings: Settings): string {
  if (control === "demand_served") return settings.demand_served ? "a demand served" : "no demand served";
  return `${short[control]} ${switchWords[control][settings[control] ? "on" : "off"]}`;
}
