import { controls, type Settings, switchWords } from "./model";

const short = {
  tls: "TLS",
  inter_dc: "the link",
  at_rest_provider_key: "the disk",
  e2e: "end-to-end",
  demand_served: "a demand",
} as const;

/** A setting in one line: "TLS locked, the link open, the disk open, end-to-end open, a demand served". */
export function settingWords(settings: Settings): string {
  return controls
    .map((control) => `${short[control]} ${settings[control] ? switchWords[control].on : switchWords[control].off}`)
    .join(", ");
}
