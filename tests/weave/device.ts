import type { Answer, Saved } from "~/models/answer-log.server";
import type { Json } from "../marker/reading";
import type { Share } from "./script";

type Made = { slot: number; seq: number; at: number; response: Json };
export type Packet = { device: Device; answers: Answer[] };

/**
 * A page in a tab: numbers its answers, remembers when each was made by a clock that only goes forward, and keeps each
 * until it has heard what became of it.
 */
export class Device {
  online = true;
  private seq = 0;
  private unsent: Made[] = [];

  /**
   * @param client the page's own name
   * @param origin milliseconds that its steady clock shows when the story begins; each page has its own
   * @param wall seconds by which the clock on the wall is wrong; an age never depends on it
   */
  constructor(
    readonly client: string,
    private origin: number,
    readonly wall: number,
  ) {}

  /** @param now milliseconds since the story began */
  change(slot: number, response: Json, now: number): void {
    this.unsent.push({ slot, seq: ++this.seq, at: this.origin + now, response });
  }

  pack(share: Share, now: number): Packet {
    const some = share === "half" ? this.unsent.filter((_, index) => index % 2 === 0) : [...this.unsent];
    if (share === "backwards") some.reverse();
    const steady = this.origin + now;
    return {
      device: this,
      answers: some.map(({ slot, seq, at, response }) => ({ slot, seq, ageMs: steady - at, response })),
    };
  }

  hear(saved: Saved[]): void {
    const known = new Set(saved.map(({ seq }) => seq));
    this.unsent = this.unsent.filter(({ seq }) => !known.has(seq));
  }
}
