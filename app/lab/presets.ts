import { controls, type Settings, settingsOf } from "./model";

/** A setting worth starting from. `sources` are ids of claims (C) and background references (B). */
export type Preset = {
  id: "P1" | "P2" | "P3" | "P4" | "P5";
  title: string;
  /** One setting, or two: first without a demand, then with one that is served. */
  variants: Settings[];
  sources: string[];
  /** What the setting shows. It gives the answer away: for who has predicted, or asks for the results. */
  point: string;
  /** How far the setting can be trusted to say what its sources say. */
  reading?: string;
};

/** The five presets of brief part 5.4. */
export const presets: Preset[] = [
  {
    id: "P1",
    title: "No protection",
    variants: [at("00000")],
    sources: [],
    point:
      "Nothing is locked, so whoever comes across the message can read it. A demand brings nothing, because none is served.",
  },
  {
    id: "P2",
    title: "As Microsoft’s 2013 statements describe it",
    variants: [at("10000"), at("10001")],
    sources: ["C18", "C19", "C37", "C44"],
    point:
      "TLS locks the way to the provider. The link between data centres and the disk are open. Whether a demand is served changes only what observer 6 learns.",
    reading:
      "The statements are less definite than a switch. They speak of “increasing use” of encryption on the way to the user, shown here as on, and say that links between servers are “generally” not encrypted, shown here as open. “In an unencrypted state” is taken to mean that the disk has no lock, which is the plain reading. It may also have meant only that Microsoft itself could read the data.",
  },
  {
    id: "P3",
    title: "As in Microsoft’s plan of December 2013",
    variants: [at("11100"), at("11101")],
    sources: ["B15"],
    point:
      "The link and the disk are locked, so observers 3 and 4 learn nothing. The provider holds those keys and can read the text; a demand that it answers brings the text too.",
    reading:
      "This is what Microsoft said it would do by the end of 2014. Whether it was done by then has not been checked here.",
  },
  {
    id: "P4",
    title: "End-to-end added",
    variants: [at("11111")],
    sources: [],
    point:
      "The provider has no key to the text, so it learns only metadata, and a demand to it brings no more. The thief of the unlocked phone reads the text: it is opened there.",
  },
  {
    id: "P5",
    title: "End-to-end without TLS",
    variants: [at("00011")],
    sources: [],
    point:
      "End-to-end locks the text from Ama’s device to Ben’s. No other lock is on, so everybody on the path can see who writes to whom, when and how much.",
  },
];

/** The preset that these settings belong to, if any. */
export function presetOf(settings: Settings): Preset | undefined {
  return presets.find((preset) => preset.variants.some((variant) => sameSettings(variant, settings)));
}

export function sameSettings(one: Settings, other: Settings): boolean {
  return controls.every((control) => one[control] === other[control]);
}

/** Five digits in the order of `controls`, as in the vector ids of brief part 5.5: T I D E W. */
function at(digits: string): Settings {
  return settingsOf([..."TIDEW"].map((letter, index) => letter + digits[index]).join("")) as Settings;
}
