import type { Saved } from "~/models/answer-log.server";
import { mark } from "../marker/marker";
import type { MarkedItem } from "../marker/reading";
import type { Door } from "./play";
import type { Logged, Stored } from "./stored";

/** What a careless store could do wrong. */
export const slips = [
  "older wins",
  "late counts",
  "open after handing in",
  "drops late ones",
  "says kept to all",
] as const;
type Slip = (typeof slips)[number];

/** A store on paper: the promises about answers, one call after the other, with a slip if one is asked for. */
export function paper(
  items: (MarkedItem & { points: number })[],
  deadline: number | null,
  slip?: Slip,
): Required<Door> {
  let now = 1e15;
  const attempt: Stored["attempt"] = {
    state: "in_progress",
    score: null,
    started: now,
    deadline: deadline === null ? null : now + deadline * 1e6,
    grace: 30e6,
  };
  const log: Logged[] = [];
  const stored = new Map<number, Stored["responses"][number]>();
  const later = (one: Logged, than: { made: number; client: string; seq: number }) => {
    if (one.client === than.client) return one.seq > than.seq;
    return one.made !== than.made ? one.made > than.made : one.client > than.client;
  };

  /** Answers of one call are taken oldest first: one that is overtaken by its own call was kept too. */
  function keep(client: string, { slot, seq, ageMs, response }: Parameters<Door["save"]>[0]["answers"][number]): Saved {
    const had = log.find((row) => row.slot === slot && row.client === client && row.seq === seq);
    if (had) return { slot, seq, outcome: had.counted ? "already had" : "too late" };
    const own = log.filter((row) => row.counted && row.slot === slot && row.client === client);
    const made = Math.max(
      ...own.filter((row) => row.seq < seq).map((row) => row.made),
      Math.min(
        ...own.filter((row) => row.seq > seq).map((row) => row.made),
        Math.max(attempt.started, now - ageMs * 1000),
      ),
    );
    const open = attempt.state === "in_progress" || slip === "open after handing in";
    const inTime =
      deadline === null || (made <= (attempt.deadline ?? 0) && now <= (attempt.deadline ?? 0) + attempt.grace);
    const counted = open && (inTime || slip === "late counts");
    const row = { slot, client, seq, response, counted, made, received: now };
    if (counted || slip !== "drops late ones") log.push(row);
    if (!counted) return { slot, seq, outcome: "too late" };
    const stands = stored.get(slot);
    if (stands && later(row, stands) === (slip === "older wins"))
      return slip === "says kept to all"
        ? { slot, seq, outcome: "kept" }
        : { slot, seq, outcome: "newer", response: stands.response };
    stored.set(slot, { slot, client, seq, response, made, fraction: null, score: null });
    return { slot, seq, outcome: "kept" };
  }

  async function submit(): Promise<void> {
    if (attempt.state !== "in_progress") return;
    let sum: number | null = 0;
    items.forEach((item, index) => {
      const slot = index + 1;
      const row = stored.get(slot) ?? { slot, client: "unanswered", seq: 0, response: null, made: now };
      const fraction = mark(item, row.response);
      const score = fraction === null ? null : (Math.round((fraction * item.points + 1e-12) * 1e4) / 1e4).toFixed(4);
      stored.set(slot, { ...row, fraction, score });
      sum = sum === null || score === null ? null : sum + Number(score);
    });
    attempt.state = sum === null ? "submitted" : "marked";
    attempt.score = sum === null ? null : String(sum);
  }

  return {
    // Each call at a time of its own.
    async save({ device, answers }) {
      now += 1;
      return [...answers].sort((a, b) => a.seq - b.seq).map((one) => keep(device.client, one));
    },
    submit,
    async close() {
      if (attempt.deadline !== null && now > attempt.deadline + attempt.grace) await submit();
    },
    async pass(seconds) {
      now += seconds * 1e6;
    },
    async read() {
      const responses = [...stored.values()].sort((a, b) => a.slot - b.slot);
      return structuredClone({ attempt, log, responses });
    },
  };
}
