import { fieldsOf, slotOf, standingOf, touched } from "./fields";
import { handingIn } from "./handing-in";
import type { Kept } from "./kept";
import { attemptPages, markStation, putAnswer } from "./pages";
import { answerQueue, type Standing } from "./queue";
import { type State, say, sayInBar } from "./say";
import { startTimer } from "./timer";
import { watchTurns } from "./turns";

const ready = "Answers are kept as you go";

type Clock = Standing & { changed: string | null };

/** Everything that happens on a page of an attempt under way. @param bar its bar, which stays while pages are turned */
export function watchAttempt(bar: HTMLElement): void {
  const attempt = bar.dataset.attempt as string;
  const client = crypto.getRandomValues(new Uint32Array(3)).join("-");
  const queue = answerQueue(attempt, client, { told, standing });
  const pages = attemptPages(attempt, queue.open);
  const timer = startTimer(bar, attempt, () => void timeIsOver());
  const handed = handingIn(attempt, { now: timer.now, flush: queue.flush });
  /** Names the newest answer that another device made, by the school's last word. */
  let elsewhere: string | null | undefined;
  let asked: ReturnType<typeof setTimeout> | undefined;
  let down = false;
  let over = false;

  document.addEventListener("input", ({ target }) => take((target as HTMLElement).closest("[data-slot]")));
  addEventListener("online", () => void ask());
  addEventListener("pagehide", queue.leave);
  document.addEventListener("visibilitychange", () => void ask());
  watchTurns({ attempt, pages, flush: queue.flush, reachable, handIn });
  sayInBar(ready, "kept");
  touched().forEach(take);
  void begin();

  async function begin(): Promise<void> {
    for (const answer of await queue.restore()) {
      putAnswer(document, answer);
      // It goes by itself, with its age; the form would send it as new.
      posts(answer.slot, false);
    }
    await handed.begin();
    void queue.flush();
    await ask();
  }

  function take(section: HTMLElement | null): void {
    if (!section) return;
    const slot = slotOf(section);
    const fields = fieldsOf(section);
    posts(slot, true);
    markStation(document, slot, standingOf(fields));
    queue.change(slot, fields);
  }

  function told(answer: Kept, state: State, at?: string): void {
    if (!["sending", "device", "lost", "gone"].includes(state)) posts(answer.slot, false);
    if (state === "kept") pages.arrived(answer);
    // A newer one is another device's, or this one's own that came another way: then nothing on the page changes.
    say(answer.slot, state === "newer" ? "kept" : state, at);
    // An answer that an earlier page left was put into this page, and may have been overtaken before it was sent.
    if (state === "newer" || (state === "kept" && answer.client !== client)) void pages.refresh();
  }

  /** Whether the form itself posts this question: only while the server has not said that it is kept. */
  function posts(slot: number, does: boolean): void {
    const shown = document.querySelector<HTMLInputElement>(`input[name="s${slot}"]`);
    if (shown) shown.disabled = !does;
  }

  /** Asks how the attempt stands, and again after a while; not while nobody looks and nothing waits to be handed in. */
  async function ask(): Promise<void> {
    if (!handed.waits() && document.hidden) return clearTimeout(asked);
    await look();
    clearTimeout(asked);
    asked = setTimeout(ask, handed.waits() || timer.timed() || down ? 10_000 : 30_000);
  }

  async function look(): Promise<void> {
    const idle = queue.open().length === 0;
    const there = await reachable();
    if (idle && there === down) {
      if (there) sayInBar(ready, "kept");
      else sayInBar("The line is down. Go on: answers are kept on this device until it is back.", "device");
    }
    down = !there;
    if (down) return;
    await queue.flush();
    await handed.send();
    void pages.keepOthers();
  }

  async function reachable(): Promise<boolean> {
    if (!navigator.onLine) return false;
    try {
      const response = await fetch(`/attempts/${attempt}/clock?client=${client}`, {
        signal: AbortSignal.timeout(5000),
      });
      if (response.ok) await tick(await response.json());
      return response.ok || response.status === 404;
    } catch {
      return false;
    }
  }

  async function tick(clock: Clock): Promise<void> {
    const stale = elsewhere !== undefined && elsewhere !== clock.changed;
    elsewhere = clock.changed;
    standing(clock);
    const drawn = document.querySelector<HTMLTimeElement>("#until time")?.dateTime || null;
    if (stale || drawn !== clock.deadline) await pages.refresh();
  }

  function standing(now: Standing): void {
    timer.set(now);
    if (now.state !== "in_progress" && !over) {
      over = true;
      location.reload();
    }
  }

  async function timeIsOver(): Promise<void> {
    if (over) return;
    over = true;
    // The deadline may have moved since the server last told of it.
    const there = await reachable();
    over = timer.left() <= 0;
    if (!over) return;
    sayInBar("The time is over. What is there is being handed in.", "kept");
    await handed.queue(true);
    if (there) await handed.send();
  }

  async function handIn(form: HTMLFormElement): Promise<void> {
    if ((await queue.flush()) && (await reachable())) form.submit();
    else if (!(await handed.queue(false)))
      sayInBar("Not handed in: the line is down. Your answers stay here; try again in a moment.", "lost");
  }
}
