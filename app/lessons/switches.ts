import type { Settings } from "~/lab/model";

/** The switches of the lab as a block of a lesson names them: "1" is on. */
export type Switches = { tls?: string; inter_dc?: string; at_rest?: string; e2e?: string; demand_served?: string };

/** How the switches stand that a block names. */
export function settingsAt(given: { [name in keyof Switches]?: string | number }): Settings {
  const on = (name: keyof Switches) => String(given[name]) === "1";
  return {
    tls: on("tls"),
    inter_dc: on("inter_dc"),
    at_rest_provider_key: on("at_rest"),
    e2e: on("e2e"),
    demand_served: on("demand_served"),
  };
}
