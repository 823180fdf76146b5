/*
 * Keeps a page up to date that its server draws: every 1.5 s it asks for a newer copy of the parts that change, and swaps
 * them in. It stops while nobody looks. Without it the page reloads by itself.
 */
import { swap } from "./swap";

const every = 1500;
const root = document.querySelector<HTMLElement>("[data-live]");
const asOf = document.querySelector<HTMLElement>("#as-of span");
const said = document.querySelector<HTMLElement>("#line-said");
let version = "";
let last = timeOfDay();
let down = false;
let timer: ReturnType<typeof setTimeout> | undefined;

document.addEventListener("visibilitychange", () => void ask());
document.addEventListener("keydown", turn);
void ask();

async function ask(): Promise<void> {
  clearTimeout(timer);
  if (!root || document.hidden) return;
  const ended = await look(root);
  clearTimeout(timer);
  if (!ended && !document.hidden) timer = setTimeout(ask, every);
}

/** @returns whether there is nothing to ask for any more */
async function look(place: HTMLElement): Promise<boolean> {
  try {
    const response = await fetch(addressOf(place), {
      headers: version ? { "If-None-Match": version } : {},
      // The answer of 304 must come here, and not be filled in by the browser.
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(10_000),
    });
    if (response.type === "opaqueredirect") {
      tell(`You are signed out: as of ${last}. Sign in in another tab; this page tries again.`, true);
      return false;
    }
    if (response.status === 404) {
      tell("This is not here for you any more. Reload the page.", true);
      return true;
    }
    if (response.status === 200) {
      const html = await response.text();
      // Whoever is pressing something presses that, and not what would be there after a swap.
      if (!place.querySelector(":active")) {
        if (!swap(place, html)) {
          location.reload();
          return true;
        }
        version = response.headers.get("ETag") ?? "";
      }
    } else if (response.status !== 304) throw new Error(String(response.status));
    last = timeOfDay();
    tell(`Up to date, ${last}`, false);
  } catch {
    tell(`The line is down: as of ${last}. It tries again by itself.`, true);
  }
  return false;
}

/** The arrow keys follow the links to what is before and after, where the page has them. */
function turn({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent): void {
  if (altKey || ctrlKey || metaKey || (target as HTMLElement).closest("input, select, textarea, [tabindex]")) return;
  const rel = { ArrowLeft: "prev", ArrowRight: "next" }[key];
  if (rel) document.querySelector<HTMLElement>(`a[rel=${rel}]`)?.click();
}

/** With the versions of the rows that are here, so that only others are drawn and sent: as many as an address may hold. */
function addressOf(place: HTMLElement): string {
  const address = new URL(place.dataset.live as string, location.href);
  const have = [...place.querySelectorAll<HTMLElement>("[data-v]")].map(({ dataset }) => dataset.v);
  if (have.length > 0) address.searchParams.set("known", have.join(".").slice(0, 6000));
  return address.href;
}

function tell(words: string, isDown: boolean): void {
  if (asOf) asOf.textContent = words;
  asOf?.parentElement?.classList.toggle("is-wrong", isDown);
  const use = asOf?.parentElement?.querySelector("use");
  use?.setAttribute("href", (use.getAttribute("href") ?? "").replace(/#.*/, `#${isDown ? "offline" : "at-school"}`));
  // Read out when it changes, not every second and a half.
  if (said && isDown !== down) said.textContent = isDown ? words : "Up to date again";
  down = isDown;
}

function timeOfDay(): string {
  return new Date().toLocaleTimeString("en-GB");
}
