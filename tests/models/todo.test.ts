import { describe, expect, it } from "vitest";
import { groupOf, isNext, reminder } from "~/models/todo";

const now = new Date("2026-11-23T10:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const plain = {
  state: "open" as const,
  phase: "open" as const,
  attemptsUsed: 0,
  opensAt: null,
  dueAt: null,
  closesAt: null,
  obstacle: null,
  reading: null,
};

describe("a student's list", () => {
  it.each([
    ["now", plain],
    ["now", { ...plain, state: "in progress" as const, obstacle: {} }],
    ["overdue", { ...plain, state: "late" as const, phase: "overdue" as const }],
    ["overdue", { ...plain, state: "in progress" as const, phase: "overdue" as const }],
    ["coming", { ...plain, state: "not open yet" as const, phase: "not open yet" as const }],
    ["coming", { ...plain, obstacle: {} }],
    ["done", { ...plain, state: "handed in" as const }],
    ["done", { ...plain, state: "missing" as const, phase: "closed" as const }],
  ])("puts what is %s where a student looks for it", (group, one) => {
    expect(groupOf(one)).toBe(group);
  });

  it.each([
    ["Not started yet", plain],
    [null, { ...plain, attemptsUsed: 1, state: "in progress" as const, dueAt: inHours(25) }],
    ["Due in 5 hours. Not started yet", { ...plain, dueAt: inHours(5.5), closesAt: inHours(6) }],
    ["Due in less than an hour", { ...plain, dueAt: inHours(0.5), reading: { read: 2 } }],
    ["Closes in about an hour. Not started yet", { ...plain, closesAt: inHours(1.5) }],
    [
      "Overdue. Closes in 3 hours. Not started yet",
      { ...plain, state: "late" as const, phase: "overdue" as const, dueAt: inHours(-1), closesAt: inHours(3) },
    ],
    ["Opens in 12 hours", { ...plain, state: "not open yet" as const, opensAt: inHours(12) }],
    [null, { ...plain, state: "not open yet" as const, opensAt: inHours(30) }],
    [null, { ...plain, state: "handed in" as const, dueAt: inHours(1) }],
  ])("reminds by %s", (words, one) => {
    expect(reminder(one, now)).toBe(words);
  });

  it("shows first what can be done now or opens within a day", () => {
    const coming = { ...plain, state: "not open yet" as const };
    expect(
      [plain, { ...coming, opensAt: inHours(12) }, { ...coming, opensAt: inHours(30) }, { ...plain, obstacle: {} }].map(
        (one) => isNext(one, now),
      ),
    ).toEqual([true, true, false, false]);
  });
});
