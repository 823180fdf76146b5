import { sectionOf } from "./fields";

/** Where an answer is. "kept": at school. "device": here only, the line is down. "lost": nowhere but in the field. */
export type State = "kept" | "sending" | "device" | "lost" | "too late" | "newer" | "passed" | "settled" | "gone";

const logged = "It is in the log, but does not count.";

const words: Record<State, string> = {
  kept: "Saved at school",
  sending: "Saving…",
  device: "Saved on this device. The line is down; we send it when it is back.",
  lost: "Not saved yet. We try again in a moment; your answer stays here.",
  "too late": `Too late: the time is over. ${logged}`,
  passed: `Too late: this page was left for good. ${logged}`,
  settled: `Too late: its last check was made. ${logged}`,
  newer: "A later answer from another device is shown. Yours is in the log.",
  gone: "Not saved at school: you are signed out. Sign in in another tab; this page tries again.",
};

/** "10:42:07" */
export const timeOfDay = (at: string | number) => new Date(at).toLocaleTimeString("en-GB");

let heard: State = "kept";

/** Says at the question and in the bar where its answer is; a screen reader hears it only when it changes in kind. */
export function say(slot: number, state: State, at?: string): void {
  const text = state === "kept" && at ? `${words.kept} ${timeOfDay(at)}` : words[state];
  write(sectionOf(document, slot)?.querySelector<HTMLElement>("[data-save-line]"), text, state);
  sayInBar(text, state);
}

export function sayInBar(text: string, state: State): void {
  write(document.getElementById("save-state"), text, state);
  if (state === "sending" || state === heard) return;
  heard = state;
  const aloud = document.getElementById("save-said");
  if (aloud) aloud.textContent = text;
}

function write(place: HTMLElement | null | undefined, text: string, state: State): void {
  const span = place?.querySelector("span");
  if (!place || !span) return;
  const mark =
    state === "device" ? "on-device" : ["kept", "sending", "newer"].includes(state) ? "at-school" : "not-saved";
  place.hidden = false;
  place.dataset.mark = mark;
  span.textContent = text;
  const use = place.querySelector("use");
  use?.setAttribute("href", (use.getAttribute("href") ?? "").replace(/#.*/, `#${mark}`));
}
