import { findHanded, forgetHanded, type Handed, keepHanded } from "./kept";
import { timeOfDay } from "./say";

type Needs = {
  /** The school's time in ms, as well as this page knows it. */
  now(): number;
  flush(): Promise<boolean>;
};

/**
 * Handing in while the line is down: kept on the device, said in words, taken back until it is sent. When the line is
 * back, the answers go first.
 */
export function handingIn(attempt: string, { now, flush }: Needs) {
  const place = document.getElementById("handed") as HTMLElement;
  const words = place.querySelector("p") as HTMLElement;
  const back = place.querySelector("button") as HTMLButtonElement;
  let handed: Handed | undefined;
  let sending = false;

  back.addEventListener("click", async () => {
    if (sending) return;
    show(undefined);
    await forgetHanded(attempt);
    document.querySelector<HTMLElement>("main form button:not([aria-hidden])")?.focus();
  });

  async function begin(): Promise<void> {
    show(await findHanded(attempt));
  }

  /** @returns whether the device keeps it; without that nothing is promised */
  async function queue(over: boolean): Promise<boolean> {
    const wanted = { attempt, at: now(), over };
    // At the deadline the server hands in by itself, so nothing is lost when only this page knows of it.
    if (!(await keepHanded(wanted)) && !over) return false;
    show(wanted);
    place.focus();
    return true;
  }

  function show(next: Handed | undefined): void {
    handed = next;
    place.hidden = !next;
    document.documentElement.classList.toggle("handed", !place.hidden);
    if (!next) return;
    const at = timeOfDay(next.at).slice(0, 5);
    back.hidden = next.over;
    words.textContent = `${next.over ? "The time was over" : "Handed in on this device"} at ${at}. It goes to school when the line is back; leave this page open or come back.`;
  }

  /** Sends what was handed in, if the line is back and every answer has arrived. */
  async function send(): Promise<void> {
    if (!handed || sending || !(await flush()) || !handed) return;
    sending = true;
    try {
      const response = await fetch(`/attempts/${attempt}/submission`, {
        method: "POST",
        body: new URLSearchParams(handed.over ? "over=1" : ""),
      });
      if (!response.ok) return;
      await forgetHanded(attempt);
      // To the receipt; or on with this page, when the school has given it more time meanwhile.
      location.reload();
    } catch {
      // It is tried again with the next look at the clock.
    } finally {
      sending = false;
    }
  }

  return { begin, queue, send, waits: () => !place.hidden };
}
