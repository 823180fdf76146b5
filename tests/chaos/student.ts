import { setTimeout as sleep } from "node:timers/promises";
import type { Field } from "~/autosave/kept";
import type { Random } from "~/interactions/contract";
import { seeded, shuffled } from "~/interactions/shuffled";
import { anyAnswer, type Questions, questionsOn } from "./answers";
import type { Journal } from "./journal";
import type { Pupil } from "./school";

type Waiting = { slot: number; seq: number; fields: Field[]; made: number };
type Saved = { slot: number; seq: number; outcome: string };

/** An answer of the server that its client may meet while something is broken: it tries again. */
class NotNow extends Error {}
/** What was promised is not there any more, where that may happen. */
class Gone extends Error {}

/**
 * Works through attempts as the page's script does: each answer is sent until the server says what became of it, with the
 * same number each time; what is answered while the line is down goes along with the next try. Only the waits between tries
 * are shorter than the script's, so that many faults fit into a quarter of an hour.
 */
export class Student {
  private readonly random: Random;
  private waiting = new Map<number, Waiting>();
  private questions: Questions = new Map();
  private seq = 0;

  constructor(
    private readonly pupil: Pupil,
    private readonly place: { origin: string; think: number; mayLose?: boolean; closed?: boolean },
    private readonly journal: Journal,
    seed: number,
  ) {
    this.random = seeded(seed);
  }

  /** One attempt after the other until `over`; the one under way then is handed in. */
  async work(over: () => boolean): Promise<void> {
    for (const assignment of this.pupil.assignments) {
      if (over()) return;
      await this.attempt(assignment, over).catch((cause) => {
        if (!(cause instanceof Gone)) throw cause;
        this.waiting.clear();
      });
    }
    if (!over()) this.journal.odd.push("a student had no attempts left");
  }

  private async attempt(assignment: string, over: () => boolean): Promise<void> {
    const attempt = await this.again(() => this.start(assignment));
    if (this.questions.size === 0) await this.read(attempt);
    else await this.again(() => this.look(`/attempts/${attempt}`));
    const client = `chaos-${attempt.slice(-12)}`;
    for (const slot of shuffled([...this.questions.keys(), ...this.questions.keys()], this.random)) {
      if (over()) break;
      await sleep(this.random() * 2 * this.place.think);
      this.answer(slot);
      await this.again(() => this.send(attempt, client));
    }
    await this.again(() => this.handIn(attempt));
    await this.again(() => this.look(`/attempts/${attempt}/review`));
  }

  private answer(slot: number): void {
    const answer = {
      slot,
      seq: ++this.seq,
      fields: anyAnswer(slot, this.questions.get(slot) ?? [], this.random),
      made: performance.now(),
    };
    this.waiting.set(slot, answer);
  }

  /** Tries until it works; meanwhile now and then another question is answered. */
  private async again<T>(act: () => Promise<T>): Promise<T> {
    for (let waits = 0; ; waits++) {
      try {
        return await act();
      } catch (cause) {
        if (!(cause instanceof NotNow)) throw cause;
        if (this.place.closed) throw new Error("a student had no answer any more");
        if (this.waiting.size > 0 && this.random() < 0.3)
          this.answer(shuffled([...this.questions.keys()], this.random)[0] as number);
        await sleep(Math.min(100 * 2 ** waits, 1000) * (0.5 + this.random()));
      }
    }
  }

  private async start(assignment: string): Promise<string> {
    const to = await this.post(`/assignments/${assignment}`, "");
    const attempt = /^\/attempts\/([0-9a-f-]{36})$/.exec(to)?.[1];
    if (!attempt) throw this.never(`a start led to ${to}`);
    if (!this.journal.started.includes(attempt)) this.journal.started.push(attempt);
    return attempt;
  }

  private async handIn(attempt: string): Promise<void> {
    const to = await this.post(`/attempts/${attempt}/submission`, "");
    if (to !== `/attempts/${attempt}/review`) throw this.never(`handing in led to ${to}`);
    this.journal.handedIn.push(attempt);
  }

  /** Turns all pages of an attempt to see what is asked; it is the same in each. */
  private async read(attempt: string): Promise<void> {
    for (let page = 1, more = true; more; page++) {
      const html = await this.again(() => this.look(`/attempts/${attempt}?page=${page}`));
      const asked = [...questionsOn(html)].filter(([slot]) => !this.questions.has(slot));
      for (const [slot, controls] of asked) this.questions.set(slot, controls);
      more = asked.length > 0;
    }
  }

  /** @returns the page */
  private async look(address: string): Promise<string> {
    const { status, text } = await this.ask(address, {});
    if (status !== 200) throw this.never(`${status} for ${address}`);
    return text;
  }

  private async post(address: string, body: string): Promise<string> {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const { status, location } = await this.ask(address, { method: "POST", body, headers });
    if (status !== 302) throw this.never(`${status} for a POST to ${address}`);
    return location;
  }

  private async send(attempt: string, client: string): Promise<void> {
    const batch = [...this.waiting.values()];
    const answers = batch.map(({ made, ...one }) => ({ ...one, ageMs: performance.now() - made }));
    const body = JSON.stringify({ client, answers });
    const headers = { "Content-Type": "application/json" };
    const { status, text } = await this.ask(`/attempts/${attempt}/answers`, { method: "POST", body, headers });
    if (status !== 200) throw this.never(`${status} for answers: ${text.slice(0, 200)}`);
    const { saved } = JSON.parse(text) as { saved: Saved[] };
    for (const { slot, seq, fields } of batch) {
      const outcome = saved.find((one) => one.slot === slot && one.seq === seq)?.outcome;
      if (outcome === "kept" || outcome === "already had")
        this.journal.answers.push({ attempt, slot, client, seq, fields });
      else this.journal.odd.push(`an answer was told "${outcome}"`);
      if (this.waiting.get(slot)?.seq === seq) this.waiting.delete(slot);
    }
  }

  /** One request. @throws NotNow where the script would try again: no answer, half an answer, or 503 */
  private async ask(address: string, init: RequestInit) {
    const sent = performance.now();
    const { origin } = this.place;
    const headers = { ...init.headers, Cookie: this.pupil.cookie, Origin: origin };
    const got = await fetch(origin + address, {
      ...init,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(15_000),
    })
      .then(async (response) => ({ response, text: await response.text() }))
      .catch(() => null);
    if (!got) throw new NotNow();
    const { response, text } = got;
    if (response.status === 503 && !response.headers.has("Retry-After"))
      this.never(`503 without Retry-After for ${address}`);
    if (response.status === 503) throw new NotNow();
    if (response.status >= 500) {
      this.never(`${response.status} for ${init.method ?? "GET"} ${address}`);
      throw new NotNow();
    }
    this.journal.latest.set(this.pupil.name, sent);
    return { status: response.status, location: response.headers.get("Location") ?? "", text };
  }

  private never(what: string): Error {
    if (this.place.mayLose) return new Gone(what);
    const words = what.replace(/[0-9a-f-]{36}/g, ":id");
    this.journal.odd.push(words);
    return new Error(words);
  }
}
