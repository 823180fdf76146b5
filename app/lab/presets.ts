import { controls, type Settings, settingsOf } from "./model";

/** A setting worth starting from. `sources` are ids of claims (C) and background references (B). */
export type Preset = {
  id: "P1" | "P2" | "P3" | "P4" | "P5";
  title: string;
  /** One setting, or two: first without a demand, then with one that is served. */
  variants: Settings[];
  sources: string[];
  /** What the setting shows. */
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
      "Nothing is locked. Whoever comes across the message can read it; only the demand brings nothing, because none is served.",
  },
  {
    id: "P2",
    title: "As Microsoft’s 2013 statements describe it",
    variants: [at("10000"), at("10001")],
    sources: ["C18", "C19", "C37", "C44"],
    point:
      "The way to the provider is locked. The link between data centres and the disk are open. A demand changes only what observer 6 learns.",
    reading:
      "The statements are less definite than a switch. They speak of “increasing use” of encryption on the way to the user, shown here as on, and say that links between servers are “generally” not encrypted, shown here as open. “In an unencrypted state” is taken to mean that the disk has no lock, which is the plain reading. It may also have meant only that Microsoft itself could read the data.",
  },
  {
    id: "P3",
    title: "As in Microsoft’s plan of December 2013",
    variants: [at("11100"), at("11101")],
    sources: ["B15"],
    point:
      "With the link and the disk locked as well, observers 3 and 4 learn nothing. For the provider, and for a demand to it, nothing changes.",
    reading:
      "This is what Microsoft said it would do by the end of 2014. Whether it was done by then has not been checked here.",
  },
  {
    id: "P4",
    title: "End-to-end added",
    variants: [at("11111")],
    sources: [],
    point:
      "The provider, and a demand to it, now learn only metadata. The thief of the unlocked phone learns the text as before.",
  },
  {
    id: "P5",
    title: "End-to-end without TLS",
    variants: [at("00011")],
    sources: [],
    point:
      "The text is sealed all the way. The envelope is open to everybody on the path: who writes to whom, when and how much.",
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
