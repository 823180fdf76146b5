import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { wholeAttempt } from "./attempt";
import { Line } from "./line";
import type { Answers, Done, Order, Pupil } from "./orders";

type Steps = ReturnType<typeof wholeAttempt>;
/** Steps of a whole attempt. */
const stepsOfOne = 13;

/** Many students at work, each on a line of their own. */
export class Crowd {
  answers: Answers = [];
  private readonly lines = new Map<string, Line>();

  /** @param place which of several lines of one student */
  lineOf(origin: string, cookie: string, place = 0): Line {
    const name = `${origin} ${cookie} ${place}`;
    const line = this.lines.get(name) ?? new Line(origin, cookie);
    this.lines.set(name, line);
    return line;
  }

  /** So many whole attempts of each, without a pause. */
  async goThrough(origin: string, pupils: Pupil[], goes: number, done: Done): Promise<void> {
    await Promise.all(
      pupils.map(async (pupil) => {
        for (let go = 0; go < goes; go++) {
          const steps = this.begin(origin, pupil, done);
          for (let over = false; !over; ) over = await stepOf(steps, done);
        }
      }),
    );
  }

  /**
   * With pauses. A third are in the middle of an attempt, each at another step, when the clock starts, of which the parent is
   * told; the way there does not count.
   */
  async think(order: Order & { what: "thinking" }, done: Done): Promise<void> {
    const { pupils, think, forMs, origin } = order;
    const under = pupils.map((pupil) => ({ pupil, steps: this.begin(origin, pupil, done) }));
    const waiting = [...under.entries()];
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop())
          for (let step = next[0] % 3 > 0 ? 0 : (next[0] / 3) % stepsOfOne; step > 0; step--)
            await stepOf(next[1].steps, done);
      }),
    );
    Object.assign(done, { requests: 0, ms: [], attempts: 0 });
    const began = performance.now();
    process.send?.("clock");
    await Promise.all(
      under.map(async (one) => {
        for (let pause = Math.random(); ; pause = 0.5 + Math.random()) {
          await sleep(Math.min(pause * think, began + forMs - performance.now()));
          if (performance.now() >= began + forMs) return;
          if (await stepOf(one.steps, done)) one.steps = this.begin(origin, one.pupil, done);
        }
      }),
    );
    done.tookMs = performance.now() - began;
  }

  private begin(origin: string, { cookie, tasks }: Pupil, done: Done): Steps {
    const task = tasks.shift();
    if (!task) throw new Error("a student had no work left");
    return wholeAttempt(this.lineOf(origin, cookie), task, { answers: this.answers, done });
  }
}

/** @returns whether the attempt is over; one that went wrong is */
async function stepOf(steps: Steps, done: Done): Promise<boolean> {
  const next = await steps.next().catch((cause) => {
    done.errors.push(String(cause));
    return { done: true, value: null };
  });
  if (!next.done && next.value !== null) {
    done.requests++;
    done.ms.push(next.value as number);
  } else if (next.value !== null) done.attempts++;
  return next.done === true;
}
