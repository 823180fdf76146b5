import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { courseStored } from "~/lessons/sync.server";

const lookAgainMs = 10_000;
const patienceMs = 1000;

/**
 * Which course is stored. Only a sync at the start of some process changes it; that may be another one than this, so it is
 * looked at again every ten seconds, by the next who asks.
 */
export class CourseSeen {
  /** As it was when it was last looked at; null before the database said so. */
  seen: string | null = null;
  private at = Number.NEGATIVE_INFINITY;
  private looking: Promise<void> | null = null;

  /**
   * @param changed is told when it is another one
   * @param stored and now are given by tests only; now counts ms
   */
  constructor(
    private readonly changed: () => void,
    private readonly stored = courseStored,
    private readonly now = () => performance.now(),
  ) {}

  /** Looks again where it is time to. @returns what to wait for; null where it was looked at lately */
  look(): Promise<void> | null {
    if (this.now() - this.at < lookAgainMs) return null;
    this.looking ??= this.ask().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  /** A database that is away may be silent for long. What it said before goes on being true for as long as we know. */
  private async ask(): Promise<void> {
    const said = await Promise.race([this.stored().catch(() => null), sleep(patienceMs, null, { ref: false })]);
    if (said !== null || this.seen !== null) this.at = this.now();
    if (said === null || said === this.seen) return;
    this.seen = said;
    this.changed();
  }
}
