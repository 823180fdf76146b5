import { beforeHandingIn } from "~/text";
import { differ, fill, sectionOf, sections, slotOf, standingOf } from "./fields";
import type { Kept } from "./kept";
import { say } from "./say";

/** "1", "2" … for pages of questions, "summary" for the page before handing in. */
export type PageName = string;
type Standing = ReturnType<typeof standingOf>;

/**
 * The pages of an attempt, kept in memory so that a turn works while the line is down. A kept page is the part that
 * differs, `main`, with what the tab says of it; turned away from, it keeps what was typed into it.
 * @param unsent answers that the school has not yet: shown in a page that was fetched without them
 */
export function attemptPages(attempt: string, unsent: () => Kept[]) {
  const pages = new Map<PageName, HTMLElement>();
  const main = () => document.querySelector("main") as HTMLElement;
  let here = nameOf(main());
  let keeping = false;
  /** For each fetch under way, the answers that arrived since it began: what comes may have been drawn without them. */
  const since = new Set<Kept[]>();

  main().dataset.title = document.title;
  history.replaceState({ page: here }, "");
  addEventListener("popstate", ({ state }) => {
    if (state?.page && state.page !== here && !show(state.page)) location.reload();
  });

  const addressOf = (name: PageName) => `/attempts/${attempt}${name === "summary" ? "/summary" : `?page=${name}`}`;

  /**
   * @returns the pages that may be shown, as the server draws them now, with what arrived meanwhile; null when it does not
   * @param but not this one
   */
  async function fetchPages(but = ""): Promise<Document | null> {
    const late: Kept[] = [];
    since.add(late);
    try {
      const address = `/attempts/${attempt}/pages?but=${but}`;
      const response = await fetch(address, { priority: "low", signal: AbortSignal.timeout(15_000) });
      const drawn = response.ok ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
      for (const page of mains(drawn)) for (const answer of late) putAnswer(page, answer);
      return drawn;
    } catch {
      return null;
    } finally {
      since.delete(late);
    }
  }

  /** Fetches the other pages while there are none. */
  async function keepOthers(): Promise<void> {
    if (keeping || pages.size > 0) return;
    keeping = true;
    keepAll(await fetchPages(here));
    keeping = false;
  }

  function keepAll(drawn: Document | null): void {
    for (const page of mains(drawn)) if (!pages.has(nameOf(page))) pages.set(nameOf(page), page);
    // Neither the one that is shown, nor a page that is none of an attempt.
    for (const none of [here, ""]) pages.delete(none);
  }

  /** Shows a kept page in place of the present one. @returns whether there is one */
  function show(name: PageName): boolean {
    const next = pages.get(name);
    if (!next) return false;
    const old = main();
    pages.set(here, old);
    takeStations(old, next);
    putUnsent(next);
    old.replaceWith(next);
    here = name;
    document.title = next.dataset.title as string;
    sumUp(next);
    next.tabIndex = -1;
    next.focus();
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
    for (const late of since) late.push(answer);
    for (const page of pages.values()) putAnswer(page, answer);
  }

  /**
   * Brings this page, the kept ones and the deadline in the bar to what the school has, but for questions with something
   * unsent. Where another device answered differently, the question says so.
   */
  async function refresh(): Promise<void> {
    const drawn = await fetchPages();
    const fresh = mains(drawn).find((one) => nameOf(one) === here);
    const until = drawn?.querySelector("#until");
    if (!fresh) return;
    if (until) document.querySelector("#until")?.replaceWith(until);
    const mine = new Set(unsent().map(({ slot }) => slot));
    for (const section of sections(fresh)) {
      const slot = slotOf(section);
      const shown = sectionOf(main(), slot);
      if (!shown || mine.has(slot) || !differ(section, shown)) continue;
      const focused = shown.contains(document.activeElement) && (document.activeElement as HTMLInputElement).name;
      shown.replaceWith(section);
      if (focused) section.querySelector<HTMLElement>(`[name="${CSS.escape(focused)}"]`)?.focus();
      say(slot, "newer");
    }
    if (mine.size === 0) takeStations(fresh, main());
    pages.clear();
    keepAll(drawn);
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

const mains = (drawn: Document | null) => [...(drawn?.querySelectorAll("main") ?? [])];

const nameOf = (main: ParentNode): PageName => main.querySelector<HTMLElement>("form[data-page]")?.dataset.page ?? "";
