import { createEmptyCard, fsrs, type Grade, Rating, State } from "ts-fsrs";

/** What is known about how well somebody holds one question. Days are calendar days, "2026-11-23", of that person's zone. */
export type Plan = {
  /** Days after which nine of ten would still know it, and how hard it is, 1 to 10: both as FSRS means them. */
  stability: number;
  difficulty: number;
  seenOn: string;
  dueOn: string;
};

/** How an answer went. "partly": some of it right, or right with a hint. */
export type Result = "wrong" | "partly" | "right";

/**
 * FSRS 6 with whole days only, without chance, tuned so that a mistake comes back after about 1, 4 and 14 days: the first
 * stability is half a day, and at the day it comes back seven of eight would still know it.
 */
const scheduler = fsrs({
  enable_fuzz: false,
  enable_short_term: false,
  maximum_interval: 365,
  request_retention: 0.875,
  w: fsrs().parameters.w.map((usual, index) => (index === 0 ? 0.5 : usual)),
});

/** The plan for a question that was missed on this day: it comes back on the next. */
export function planOfMistake(day: string): Plan {
  return { ...rate(createEmptyCard(dateOf(day)), "wrong", day), dueOn: later(day, 1) };
}

/**
 * The plan after an answer. A wrong one comes back the next day. A right one that was due comes back later than the last
 * time. A right one before it was due says little about what will be left in some days, and changes nothing.
 */
export function planAfter(plan: Plan, result: Result, today: string): Plan {
  if (result !== "wrong" && today < plan.dueOn) return plan;
  const card = {
    ...createEmptyCard(dateOf(plan.seenOn)),
    stability: plan.stability,
    difficulty: plan.difficulty,
    state: State.Review,
    last_review: dateOf(plan.seenOn),
  };
  const next = rate(card, result, today);
  if (result === "wrong") return { ...next, dueOn: later(today, 1) };
  const longer = later(today, result === "right" ? daysBetween(plan.seenOn, plan.dueOn) + 1 : 1);
  return next.dueOn > longer ? next : { ...next, dueOn: longer };
}

/** What a marked answer is to the plan. @param fraction 0..1 */
export function resultOf(fraction: number, hints: number): Result {
  if (fraction === 0) return "wrong";
  return fraction === 1 && hints === 0 ? "right" : "partly";
}

const grades: Record<Result, Grade> = { wrong: Rating.Again, partly: Rating.Hard, right: Rating.Good };

function rate(card: Parameters<typeof scheduler.next>[0], result: Result, day: string): Plan {
  const { stability, difficulty, due } = scheduler.next(card, dateOf(day), grades[result]).card;
  return { stability, difficulty, seenOn: day, dueOn: due.toISOString().slice(0, 10) };
}

const dayLength = 86_400_000;
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
const later = (day: string, days: number) =>
  new Date(dateOf(day).getTime() + days * dayLength).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string) => (dateOf(to).getTime() - dateOf(from).getTime()) / dayLength;
