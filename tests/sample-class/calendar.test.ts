import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { zone } from "~/demo/calendar";
import { chapters, onceMore } from "~/demo/chapters";
import { wallTime } from "~/models/wall-time.server";

const weekend = (at: Date) => ["Sat", "Sun"].includes(new Intl.DateTimeFormat("en", { weekday: "short" }).format(at));
const anyDay = Array.from(
  { length: 14 },
  (_, day) => [new Date(Date.UTC(2026, 9, 18 + day, day % 2 ? 1 : 22))] as const,
);

describe("the dates of the sample class", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each(anyDay)("come out right on %s", (now) => {
    vi.setSystemTime(now);
    const told = chapters().map(({ dates }) => dates);
    const again = onceMore("once-more").dates;
    expect(again.opensAt < now && now < again.dueAt).toBe(true);
    for (const { opensAt, dueAt, closesAt } of [...told, again]) {
      expect(opensAt < dueAt && dueAt < closesAt).toBe(true);
      expect(wallTime(dueAt, zone)).toMatch(/T18:00$/);
      expect(weekend(dueAt)).toBe(false);
    }
    for (const { opensAt, closesAt } of told.slice(0, 3)) {
      expect(wallTime(opensAt, zone)).toMatch(/T09:10$/);
      expect(weekend(opensAt)).toBe(false);
      expect(closesAt < now).toBe(true);
    }
    expect(told[3] && told[3].opensAt < now && now < told[3].dueAt).toBe(true);
  });
});
