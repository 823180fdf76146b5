import { z } from "zod";
import { type Goal, patternOf, switchesOf } from "~/lab/goal";
import { learnable, type ObserverId, observers, type Settings, settingsOf } from "~/lab/model";
import { checks } from "./checked";
import { eventKindIds } from "./dated";
import { alsoIds, statusIds } from "./statuses";
import { verdictIds } from "./verdicts";

const text = z.string().trim().min(1);
const status = z.enum(statusIds);
const also = z.array(z.enum(alsoIds)).default([]);
const article = z.enum(["A1", "A2"]);

/** What one of the two articles says, in our words. */
export const Claim = z.strictObject({
  id: z.string().regex(/^C\d+$/),
  claim: text,
  speaker: text,
  listener: text.optional(),
  date: text,
  article,
  paragraph: text,
  status,
  also,
  note: text.optional(),
  settle: text.optional(),
});

/** What is known from outside the articles, who says so, and how far it was checked. */
export const Background = z.strictObject({
  id: z.string().regex(/^B\d+$/),
  short: text,
  establishes: text,
  speaker: text.optional(),
  reference: text,
  mark: status,
  also,
  check: z.array(z.enum(checks)).min(1),
  check_note: text.optional(),
});

/** A passage of an article that is garbled or easily misread. */
export const Doubt = z.strictObject({
  id: z.string().regex(/^D\d+$/),
  article,
  paragraph: text,
  problem: text,
  handled: text,
});

/** One of the two articles. Its text is not kept. */
export const Source = z.strictObject({
  id: article,
  title: text,
  publisher: text,
  published: text,
  date_basis: text,
  events: z.array(z.strictObject({ date: text, what: text })),
  what_it_does_not_establish: z.array(text).min(1),
});

/** A word of the glossary, with the lesson where it comes first. A word that only the lab uses has none. */
export const Term = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  term: text,
  definition: text,
  also: z.array(text).default([]),
  lesson: text.optional(),
});

export const Misconception = z.strictObject({
  id: z.string().regex(/^M\d+$/),
  idea: text,
  why: text,
  read: text.optional(),
});

const sorts = ["evidence", "inference", "opinion", "error"] as const;

/**
 * A reader's comment under an article, in our words. Students sort them by the kind of support they give, so all behind
 * the paraphrase is a key: `kind`, a `second` where it holds two, `settled` when the lesson decides it, why, what to ask.
 */
export const Comment = z.strictObject({
  id: z.string().regex(/^RC\d+$/),
  article,
  paraphrase: text,
  kind: z.enum(sorts),
  second: z.enum([...sorts, "prediction", "unsourced attribution"]).optional(),
  settled: z.boolean().default(false),
  why: text,
  ask: text.optional(),
});

/** Something that happened on a day, in a month or in a year, with what it made possible. */
export const Event = z.strictObject({
  id: z.string().regex(/^E\d+$/),
  date: z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/, "is a year, a month or a day, such as 2013-06-06, in quotes"),
  kind: z.enum(eventKindIds),
  who: text,
  title: text,
  what: text,
  status,
  also,
  cites: z.array(text).min(1, "an event rests on something"),
  possible: text,
  told: text,
  order: text.optional(),
});

const setting = z.string().regex(/^T[01]I[01]D[01]E[01]W[01]$/, "is written like T1I0D0E0W1");

/** Two services without names that differ in one switch or in who holds a key, and questions that one decides before reading on. */
export const Pair = z.strictObject({
  id: z.string().regex(/^P\d+$/),
  lesson: text,
  reviewed: z.string().regex(/^\d{4}-\d\d-\d\d$/, "is a day such as 2026-11-22"),
  title: text,
  same: text,
  a: text,
  b: text,
  settings: z.strictObject({ a: setting, b: setting }).optional(),
  questions: z
    .array(
      z.strictObject({
        ask: text,
        key: z.enum(verdictIds),
        observer: z.enum(observers.map(({ id }) => id) as [ObserverId, ...ObserverId[]]).optional(),
        why: text,
        cites: z.array(text).min(1, "a key rests on a rule of the lab or on background"),
      }),
    )
    .min(2),
});

const observer = z.enum(observers.map(({ id }) => id));
const learned = z.enum(learnable);

/** A question to find out in the lab, and the goal by which the rules of the lab check an answer. */
export const Investigation = z
  .strictObject({
    id: z.string().regex(/^I\d+$/),
    title: text,
    question: text,
    start: z.string().refine((code) => settingsOf(code) !== null, "is five switches such as T1I0D0E0W1"),
    goal: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("which-switch"), observer, to: learned }),
      z.strictObject({ kind: z.literal("changes-one") }),
      z.strictObject({
        kind: z.literal("every-setting"),
        learns: z.partialRecord(observer, z.array(learned).min(1)) as z.ZodType<
          Extract<Goal, { kind: "every-setting" }>["learns"]
        >,
      }),
    ]),
  })
  .refine(({ start, goal }) => {
    const settings = settingsOf(start);
    return !settings || canBeFound(goal, settings);
  }, "no answer fits this goal by the rules of the lab");

function canBeFound(goal: Goal, start: Settings): boolean {
  return goal.kind === "every-setting" ? patternOf(goal) !== null : switchesOf(goal, start).length > 0;
}

export const Objective = z.strictObject({
  id: z.string().regex(/^L\d+\.O\d+$/),
  lesson: text,
  statement: text,
  bloom: text,
});

export const Fingerprints = z.strictObject({
  window: z.int().min(3),
  hashes: z.array(z.string().regex(/^[0-9a-f]{16}$/)),
});

export type Claim = z.infer<typeof Claim>;
export type Background = z.infer<typeof Background>;
export type Doubt = z.infer<typeof Doubt>;
export type Source = z.infer<typeof Source>;
export type Term = z.infer<typeof Term>;
export type Investigation = z.infer<typeof Investigation>;
export type Misconception = z.infer<typeof Misconception>;
export type Comment = z.infer<typeof Comment>;
/** What everybody may read of a comment. */
export type ReadersComment = Pick<Comment, "id" | "article" | "paraphrase">;
/** What only teachers may. */
export type CommentKey = Omit<Comment, "article" | "paraphrase">;
export type Pair = z.infer<typeof Pair>;
export type Event = z.infer<typeof Event>;
export type Objective = z.infer<typeof Objective>;
