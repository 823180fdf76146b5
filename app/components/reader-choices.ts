/** How a reader wants pages to look: what can be chosen, the first of each being how pages are anyway. */
export const readerChoices = {
  text: { name: "Text size", choices: { usual: "Usual", large: "Large", larger: "Larger", largest: "Largest" } },
  spacing: { name: "Spacing", choices: { usual: "Usual", wide: "Wide", wider: "Wider" } },
  contrast: { name: "Contrast", choices: { usual: "Usual", more: "More" } },
  face: { name: "Letters of lessons", choices: { usual: "Book face", sans: "Plain face" } },
  notes: { name: "Notes on sources", choices: { usual: "Beside the text", folded: "Folded away" } },
  theme: { name: "Light or dark", choices: { usual: "As the device", light: "Light", dark: "Dark" } },
} as const;

export type ReaderSetting = keyof typeof readerChoices;
/** What somebody chose; a setting that is as usual is not in it. */
export type ReaderSettings = Partial<Record<ReaderSetting, string>>;

export const readerCookie = "reader";

/** The settings that a Cookie header carries. What is unknown in it is left out. */
export function readReader(cookies: string | null): ReaderSettings {
  const value = new RegExp(`(?:^|;\\s*)${readerCookie}=([^;]*)`).exec(cookies ?? "")?.[1] ?? "";
  return onlyKnown(Object.fromEntries(value.split(".").map((pair) => pair.split("-") as [string, string])));
}

/** What is stored in the cookie: "text-large.theme-dark", empty when all is as usual. */
export function writeReader(settings: ReaderSettings): string {
  return Object.entries(onlyKnown(settings))
    .map(([setting, choice]) => `${setting}-${choice}`)
    .join(".");
}

/** The attributes of the root by which the styles follow. */
export function readerAttributes(settings: ReaderSettings): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([setting, choice]) => [`data-${setting}`, choice]));
}

function onlyKnown(given: Partial<Record<string, unknown>>): ReaderSettings {
  const known = Object.entries(readerChoices).flatMap(([setting, { choices }]): [string, string][] => {
    const choice = given[setting];
    return typeof choice === "string" && choice !== "usual" && Object.hasOwn(choices, choice)
      ? [[setting, choice]]
      : [];
  });
  return Object.fromEntries(known);
}
