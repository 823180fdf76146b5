import { beforeHandingIn } from "~/text";
import { differ, fill, sectionOf, sections, slotOf, standingOf } from "./fields";
import type { Kept } from "./kept";
import { say } from "./say";

/** "1", "2" … for pages of questions, "summary" for the page before handing in. */
export type PageName = string;
type Page = { main: HTMLElement; title: string };
type Standing = ReturnType<typeof standingOf>;
type Drawn = Page & { until: Element | null };

/**
 * The pages of an attempt, kept in memory so that a turn works while the line is down. A kept page is the part that
 * differs, `main`; turned away from, it keeps what was typed into it.
 * @param unsent answers that the school has not yet: shown in a page that was fetched without them
 */
export function attemptPages(attempt: string, count: number, unsent: () => Kept[]) {
  const pages = new Map<PageName, Page>();
  const main = () => document.querySelector("main") as HTMLElement;
  let here = nameOf(main());
  let keeping = false;
  const all = [...Array.from({ length: count }, (_, index) => String(index + 1)), "summary"];

  history.replaceState({ page: here }, "");
  addEventListener("popstate", ({ state }) => {
    if (state?.page && state.page !== here && !show(state.page)) location.reload();
  });

  const addressOf = (name: PageName) => `/attempts/${attempt}${name === "summary" ? "/summary" : `?page=${name}`}`;

  /** @returns the page as the server draws it now; null when it does not, or draws another one */
  async function fetchPage(name: PageName): Promise<Drawn | null> {
    try {
      const response = await fetch(addressOf(name), { priority: "low", signal: AbortSignal.timeout(15_000) });
      const drawn = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = drawn.querySelector("main");
      if (!response.ok || !fresh || nameOf(fresh) !== name) return null;
      return { main: fresh, title: drawn.title, until: drawn.querySelector("#until") };
    } catch {
      return null;
    }
  }

  /** Fetches the pages that are not kept yet, one after the other and without haste. */
  async function keepOthers(): Promise<void> {
    if (keeping) return;
    keeping = true;
    for (const name of all) {
      if (name === here || pages.has(name)) continue;
      await new Promise((resolve) => setTimeout(resolve, 100));
      const page = await fetchPage(name);
      if (!page) break;
      if (name !== here && !pages.has(name)) pages.set(name, page);
    }
    keeping = false;
  }

  /** Shows a kept page in place of the present one. @returns whether there is one */
  function show(name: PageName): boolean {
    const next = pages.get(name);
    if (!next) return false;
    const old = main();
    pages.set(here, { main: old, title: document.title });
    takeStations(old, next.main);
    putUnsent(next.main);
    old.replaceWith(next.main);
    here = name;
    document.title = next.title;
    sumUp(next.main);
    next.main.tabIndex = -1;
    next.main.focus();
    scrollTo(0, 0);
    return true;
  }

  /** The same, as a new step of the browser's history. */
  function turn(name: PageName): boolean {
    if (name === here || !show(name)) return false;
    history.pushState({ page: name }, "", addressOf(name));
    return true;
  }

  function putUnsent(page: ParentNode): void {
    for (const answer of unsent()) putAnswer(page, answer);
  }

  /** An answer that arrived belongs into the kept page of its question too, which may have been fetched before it. */
  function arrived(answer: Kept): void {
    for (const page of pages.values()) putAnswer(page.main, answer);
  }

  /**
   * Brings this page and the deadline in the bar to what the school has, but for questions with something unsent. Kept pages are fetched anew.
   * Where another device answered differently, the question says so.
   */
  async function refresh(): Promise<void> {
    const name = here;
    const fresh = await fetchPage(name);
    if (!fresh || name !== here) return;
    if (fresh.until) document.querySelector("#until")?.replaceWith(fresh.until);
    const mine = new Set(unsent().map(({ slot }) => slot));
    for (const section of sections(fresh.main)) {
      const slot = slotOf(section);
      const shown = sectionOf(main(), slot);
      if (!shown || mine.has(slot) || !differ(section, shown)) continue;
      const focused = shown.contains(document.activeElement) && (document.activeElement as HTMLInputElement).name;
      shown.replaceWith(section);
      if (focused) section.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus();
      say(slot, "newer");
    }
    if (mine.size === 0) takeStations(fresh.main, main());
    pages.clear();
  }

  return { keepOthers, turn, refresh, arrived };
}

/** Puts an answer into a page: into the question's controls, if they are in it, and into the line of all questions. */
export function putAnswer(page: ParentNode, { slot, fields }: Pick<Kept, "slot" | "fields">): void {
  const section = sectionOf(page, slot);
  if (section) fill(section, fields);
  markStation(page, slot, standingOf(fields));
}

/** The line of all questions shows at once which are answered and which one wants to come back to. */
export function markStation(page: ParentNode, slot: number | string, { done, flagged }: Standing): void {
  const link = page.querySelector(`[data-station="${slot}"]`);
  link?.classList.toggle("done", done);
  link?.classList.toggle("flagged", flagged);
  const words = link?.querySelector(".vh");
  if (words) words.textContent = `, ${done ? "answered" : "no answer yet"}${flagged ? ", to come back to" : ""}`;
  const count = page.querySelector("#answered");
  if (count) count.textContent = String(page.querySelectorAll("[data-station].done").length);
}

function takeStations(from: ParentNode, to: ParentNode): void {
  for (const { dataset, classList } of from.querySelectorAll<HTMLElement>("[data-station]"))
    markStation(to, dataset.station as string, {
      done: classList.contains("done"),
      flagged: classList.contains("flagged"),
    });
}

/** The summary says in words what the stations say. */
function sumUp(page: ParentNode): void {
  const place = page.querySelector("#before-handing-in");
  const slots = (which: string) =>
    [...page.querySelectorAll<HTMLElement>(`[data-station]${which}`)].map((one) => Number(one.dataset.place));
  if (place)
    place.textContent = beforeHandingIn(
      slots(":not(.done)[data-reach=open]"),
      slots(".flagged"),
      slots(":not(.done)[data-reach=left]"),
      slots("[data-reach=ahead]"),
    );
}

const nameOf = (main: ParentNode): PageName => main.querySelector<HTMLElement>("form[data-page]")?.dataset.page ?? "";
