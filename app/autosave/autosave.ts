/*
 * Keeps answers while somebody types. The page works without it: the form posts what this script has not yet seen kept.
 * Each changed question is sent as its form fields, a moment after the last change, again and again until the server
 * says what became of it. What stands there is always said in words.
 */
const form = document.querySelector<HTMLFormElement>("form[data-attempt]");
if (form) watch(form, `/attempts/${form.dataset.attempt}/answers`);

type Outcome = { slot: number; seq: number; outcome: "kept" | "already had" | "newer" | "too late"; passed?: true };
type State = "kept" | "sending" | "lost" | "late" | "passed" | "newer" | "gone";

const words: Record<State, string> = {
  kept: "Saved at school",
  sending: "Saving…",
  lost: "Not saved yet. We try again in a moment; your answer stays here.",
  late: "Too late: the time is over. Your answer is in the log, but it does not count.",
  passed: "Too late: this page had been left for good. Your answer is in the log, but it does not count.",
  newer: "A later answer from another device stands. Reload the page to see it.",
  gone: "Not saved: you are not signed in here any more. Sign in in another tab; this page keeps your answer and tries again.",
};

function watch(form: HTMLFormElement, address: string): void {
  const client = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
  /** Questions whose newest change the server has not answered for: when it was made, and its number. */
  const unsent = new Map<number, { seq: number; at: number }>();
  let seq = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits = 0;
  let busy = false;

  const bar = document.querySelector("#save-state span");
  if (bar) bar.textContent = "Answers are kept as you go";
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("click", pointed);
  addEventListener("online", () => send());
  // The page goes away: one last try that outlives it. The answers are on the form's way too when a button was pressed.
  addEventListener("pagehide", () => unsent.size > 0 && void fetch(address, { ...request(), keepalive: true }));

  /** A place pointed at in a picture is the same as its row in the list beside it, which is the control. */
  function pointed({ target }: Event): void {
    const place = (target as Element).closest(".hot .spot")?.classList[1]?.replace(/^s-/, "");
    if (place)
      (target as Element).closest("[data-slot]")?.querySelector<HTMLInputElement>(`[value="${place}"]`)?.click();
  }

  function changed({ target }: Event): void {
    const section = (target as HTMLElement).closest<HTMLElement>("[data-slot]");
    if (!section) return;
    const slot = Number(section.dataset.slot);
    unsent.set(slot, { seq: ++seq, at: performance.now() });
    posts(slot, true);
    say(slot, "sending");
    schedule(400);
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  }

  async function send(): Promise<void> {
    if (busy || unsent.size === 0) return;
    busy = true;
    const sent = new Map(unsent);
    try {
      const response = await fetch(address, { ...request(), signal: AbortSignal.timeout(15_000) });
      if (response.status === 404) throw new Error("gone");
      if (!response.ok && response.status !== 409) throw new Error("lost");
      const { saved, savedAt } = (await response.json()) as { saved: Outcome[]; savedAt: string };
      waits = 0;
      for (const { slot, seq, outcome, passed } of saved) {
        if (unsent.get(slot)?.seq !== seq) continue;
        unsent.delete(slot);
        posts(slot, false);
        station(slot);
        const late = passed ? "passed" : "late";
        say(slot, outcome === "too late" ? late : outcome === "newer" ? "newer" : "kept", savedAt);
      }
    } catch (error) {
      const state = (error as Error).message === "gone" ? "gone" : "lost";
      for (const slot of sent.keys()) say(slot, state);
      waits = Math.min(waits + 1, 5);
    }
    busy = false;
    if (unsent.size > 0) schedule(waits ? 1000 * 2 ** waits : 400);
  }

  function request(): RequestInit {
    const all = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const answers = [...unsent].map(([slot, { seq, at }]) => ({
      slot,
      seq,
      ageMs: performance.now() - at,
      fields: all.filter(
        ([name]) =>
          name === `q${slot}` || name?.startsWith(`q${slot}.`) || name === `s${slot}` || name === `flag${slot}`,
      ),
    }));
    return {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ client, answers }),
    };
  }

  /** The line of all questions above shows at once what is answered. */
  function station(slot: number): void {
    const own = [...new FormData(form)].filter(([name]) => name === `q${slot}` || name.startsWith(`q${slot}.`));
    const link = document.querySelector(`.stations a[href="#q${slot}"]`);
    const answered = own.some(([, value]) => value !== "");
    link?.classList.toggle("done", answered);
    const words = link?.querySelector(".vh");
    if (words) words.textContent = answered ? ", answered" : ", no answer yet";
    const count = document.getElementById("answered");
    if (count) count.textContent = String(document.querySelectorAll(".stations .done").length);
  }

  /** Whether the form itself posts this question: only while the server has not said that it is kept. */
  function posts(slot: number, does: boolean): void {
    const shown = form.elements.namedItem(`s${slot}`);
    if (shown instanceof HTMLInputElement) shown.disabled = !does;
  }

  function say(slot: number, state: State, at?: string): void {
    const text = state === "kept" && at ? `${words.kept} ${new Date(at).toLocaleTimeString("en-GB")}` : words[state];
    const line = document.querySelector<HTMLElement>(`[data-slot="${slot}"] [data-save-line]`);
    for (const place of [line, document.getElementById("save-state")]) {
      if (!place) continue;
      place.hidden = false;
      place.classList.toggle("kept", state === "kept");
      place.classList.toggle("lost", state !== "kept" && state !== "sending");
      const use = place.querySelector("use");
      if (use)
        use.setAttribute(
          "href",
          (use.getAttribute("href") ?? "").replace(
            /#.*/,
            state === "kept" || state === "sending" ? "#at-school" : "#not-saved",
          ),
        );
      const span = place.querySelector("span");
      if (span) span.textContent = text;
    }
  }
}
