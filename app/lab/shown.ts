import { type Settings, settingCode, settingsOf, settingsQuery } from "./model";
import { type Fields, type Predicted, saidIn, settingsIn } from "./prediction-form";

/** What is chosen in the grid to begin with, and the setting under which it was chosen where that was another one. */
export type Carried = { said: Partial<Predicted>; hinted: boolean; before: Settings | null };

/** What a button of the form of the lab has that shows a setting: the form as an address, with everything chosen in it. */
export const shows = { type: "submit", formMethod: "get", formAction: "/lab#lab-predict" } as const;

/** The setting that the page showed from which a form was sent; null where it does not say. */
export function shownIn(form: Fields): string | null {
  return settingsOf(String(form.get("shown"))) ? String(form.get("shown")) : null;
}

/** The setting that a form asks for: the one of the preset that was pressed, else the one of the switches. */
function wantedIn(form: Fields): Settings {
  return settingsOf(String(form.get("at"))) ?? settingsIn(form);
}

/**
 * The address that shows the setting a form asks for, with what is chosen in its grid, so that nothing is lost by it.
 * @param query what else the addresses of the lab carry, from "&" on
 */
export function showing(form: Fields, query: string): string {
  const wanted = wantedIn(form);
  const shown = shownIn(form);
  const said = Object.entries(saidIn(form)).map(([observer, one]) => `&predicted.${observer}=${one}`);
  const hinted = form.get("hinted") === "1" ? "&hinted=1" : "";
  const before = said.length > 0 && shown && shown !== settingCode(wanted) ? `&before=${shown}` : "";
  return `/lab?${settingsQuery(wanted)}${query}${said.join("")}${hinted}${before}#lab-predict`;
}

/** What an address brings along for the grid of this setting; null where nothing is chosen. */
export function carriedIn(query: URLSearchParams, settings: Settings): Carried | null {
  const said = saidIn(query);
  const hinted = query.get("hinted") === "1";
  const before = query.get("before") ?? "";
  if (Object.keys(said).length === 0 && !hinted) return null;
  const other = Object.keys(said).length > 0 && before !== settingCode(settings);
  return { said, hinted, before: other ? settingsOf(before) : null };
}
