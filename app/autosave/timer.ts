import { threshold, timeLeft } from "./time-left";

/**
 * The time that is left, in the bar. It counts on the page's monotonic clock from the last time that the server told, so
 * the device's clock may be wrong.
 * @param over called at the deadline, and each second after it
 */
export function startTimer(bar: HTMLElement, attempt: string, over: () => void) {
  const place = bar.querySelector<HTMLElement>("#timer");
  const left = place?.querySelector<HTMLElement>("[role=timer]");
  const hide = place?.querySelector("button");
  const said = bar.querySelector<HTMLElement>("#time-said");
  const seen = `keyhole-left-${attempt}`;
  /** In ms by the school's clock; NaN when there is none. */
  let deadline = Number.NaN;
  // Until the server has told, the device's clock.
  let ahead = performance.timeOrigin;

  const now = () => performance.now() + ahead;
  const ms = () => deadline - now();
  const timed = () => !Number.isNaN(deadline);

  function set(standing: { deadline: string | null; now: string }): void {
    ahead = Date.parse(standing.now) - performance.now();
    deadline = Date.parse(standing.deadline ?? "");
    show();
  }

  function show(): void {
    if (place) place.hidden = !timed();
    if (!timed()) return;
    write(left, timeLeft(ms()));
    const aloud = threshold(Number(remember("sessionStorage", seen)), ms());
    if (aloud) {
      write(said, aloud);
      setTimeout(() => write(said, ""), 20_000);
    }
    remember("sessionStorage", seen, String(ms()));
    if (ms() <= 0) over();
  }

  const hideKey = "keyhole-hide-time";
  function hideOrShow(hidden: boolean): void {
    if (left) left.hidden = hidden;
    // Somebody without the minutes still sees the three announcements.
    said?.classList.toggle("vh", !!left && !hidden);
    if (hide) hide.textContent = hidden ? "Show time" : "Hide time";
  }
  hideOrShow(remember("localStorage", hideKey) === "true");
  hide?.addEventListener("click", () => {
    const hidden = !left?.hidden;
    remember("localStorage", hideKey, String(hidden));
    hideOrShow(hidden);
  });
  setInterval(show, 1000);
  return { set, now, left: ms, timed };
}

/** What did not change is not written again: it would be read out again. */
function write(place: HTMLElement | null | undefined, text: string): void {
  if (place && place.textContent !== text) place.textContent = text;
}

/** Keeps a value, or says which is kept. A browser that keeps nothing forgets a preference; that is all. */
function remember(shelf: "localStorage" | "sessionStorage", key: string, value?: string): string | null {
  try {
    if (value !== undefined) window[shelf].setItem(key, value);
    return window[shelf].getItem(key);
  } catch {
    return null;
  }
}
