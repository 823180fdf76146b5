import { controls, type Settings, switchWords } from "./model";

const short = {
  tls: "TLS",
  inter_dc: "the link",
  at_rest_provider_key: "the disk",
  e2e: "end-to-end",
} as const;

/** A setting in one line: "TLS locked, the link open, the disk open, end-to-end open, no demand served". */
export function settingWords(settings: Settings): string {
  const locks = controls.filter((control) => control !== "demand_served");
  return [
    ...locks.map((control) => `${short[control]} ${switchWords[control][settings[control] ? "on" : "off"]}`),
    settings.demand_served ? "a demand served" : "no demand served",
  ].join(", ");
}
