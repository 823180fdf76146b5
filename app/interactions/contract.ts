import type { ReactElement } from "react";
import type { z } from "zod";

/**
 * How one line of a reviewed answer stands. "missed": right, not chosen. "left": wrong, rightly not chosen. "unmarked":
 * an answer to a question for an opinion. "untold": its reader may not know yet.
 */
export type Standing = "right" | "partly" | "wrong" | "missed" | "left" | "blank" | "waiting" | "unmarked" | "untold";

/** One line of a review: what stood there, how it stands, why. `code` finds the written feedback for it. */
export type ReviewRow = { text: string; standing: Standing; picked: boolean; says?: string; code?: string };

/**
 * A thing that is given one place: where it was put, null for nowhere, and where the key has it, null without a key. `code`
 * finds what was written about it.
 */
export type Placed = { id: string; code: string; chosen: string | null; ours: string | null };

/** A small table: what it shows, the heads of its columns, and rows whose first cell names the row. */
export type Outcome = { caption: string; heads: string[]; rows: string[][] };

/** What Input gets: the public body as delivered, the stored response, and the prefix of its field names. */
export type InputProps<Body, Response> = { body: Body; response: Response | null; name: string; labelledBy: string };

/** What the author wrote about answers, found by code (see `faults`). Kept apart from the body: it is secret. */
export type Feedback = {
  v: 1;
  explanation: string;
  texts: Record<string, string>;
  misconceptions: Record<string, string[]>;
};

/** A body and a key as an author is writing them: perhaps not whole yet, but always of the shape that `read` gives. */
export type Draft = { body: unknown; key: unknown };

/** What an author wrote for one question in the fields of its type: draft, feedback by code, misconceptions by code. */
export type Written<Body = unknown, Key = unknown> = {
  body: Body;
  key: Key;
  texts: Record<string, string>;
  misconceptions: Record<string, string[]>;
};

/** What is wrong with a draft. `path` is the id of the field it stands at, such as `body.options.c.text`. */
export type Problem = { path: string; message: string };

/**
 * What Editor gets. Not a prop `key`: React keeps that name for itself. For a question without a key the page passes the key of
 * `blank`. The page loads styles/editor.css, has an h2 above, and a button to save before the Editor in the same form, because
 * Enter presses the first one.
 */
export type EditorProps<Body, Key> = {
  written: Written<Body, Key>;
  problems: Problem[];
  /** The misconceptions that an answer may be said to show. */
  misconceptionList: { id: string; text: string }[];
  /** The list that more blank rows were asked for: the value of the button named `more` that was pressed. */
  more?: string | null;
};

/**
 * How a question of this type is written. The fields are named by where their values go: `body.<field>`, `key.<field>`,
 * `text.<code>`, `misconception.<code>`; a row by its id, as in `body.options.<id>.text`. See `readWritten`.
 */
export interface Authoring {
  /** What a new question begins with. */
  blank(): Draft;
  /** The fields of Editor to a draft. Rows that are wholly empty or to be removed are left out; it never throws. */
  read(form: FormData): Draft;
  /** For codes that follow from what was typed: the code under which a row was drawn to the one it has now. */
  recoded?(form: FormData): Record<string, string>;
}

/** A repeatable source of numbers in [0, 1), made from the seed of an attempt. */
export type Random = () => number;

/** One of so many equally likely ways, counted from 0. */
export type Pick = (ways: number) => number;

/**
 * One question type. Pure throughout: no clock, no database, no request.
 * A response is `null` when nothing was answered; grading it gives 0 and never throws.
 */
export interface Interaction<Body, Key, Response> {
  /** "marked by hand" types never get a fraction from `grade`. */
  marking: "automatic" | "by hand";
  body: z.ZodType<Body>;
  key: z.ZodType<Key>;
  response: z.ZodType<Response>;
  /** Form fields named `name` or `name.<part>` to a response. Values that the body does not offer are dropped. */
  parse(form: FormData, name: string, body: Body): Response | null;
  /** Why this key cannot belong to this body, in words for their author: none when it can. See `keyProblems`. */
  contradictions?(body: Body, key: Key): string[];
  /** The response that earns full marks; for types marked by hand the model answer. */
  solution(body: Body, key: Key): Response;
  /**
   * The other way round: the key that this response solves, otherwise like `key`; null when the response is not whole.
   * Types without it cannot be given another key after they were answered.
   */
  keyFor?(body: Body, key: Key, response: Response): Key | null;
  /** 0..1, or null when a person has to mark it. */
  grade(body: Body, key: Key, response: Response | null): number | null;
  /** What somebody answers who knows nothing and fills in everything that is offered; none where one has to write. */
  guess?(body: Body, pick: Pick): Response | null;
  /** Codes of what was right or wrong about the response, such as `option.b`; they lead to feedback and misconceptions. */
  faults(body: Body, key: Key, response: Response | null): string[];
  /** Every code that an author must write feedback for. */
  codes(body: Body, key: Key): string[];
  /** Set where the order in which an author writes the parts down is their key: it is shuffled even where options are not. */
  orderTells?: true;
  /**
   * Set where each picked line of `review` is one choice among several: then reports count lines. Otherwise they count
   * whole answers, by `summary`.
   */
  countedByLine?: true;
  /** The body in the order one attempt shows it. Never looks at the key. */
  shuffle(body: Body, random: Random): Body;
  /** The lines of a review. Without a key (not released) only what was picked. */
  review(body: Body, key: Key | null, response: Response | null): ReviewRow[];
  /** Set where each thing is given one place: all of them in the order of the body, in words. */
  placed?(body: Body, key: Key | null, response: Response | null): Placed[];
  /** What follows from the answer, to be read below the review. Null without an answer or while the key is not released. */
  outcome?(body: Body, key: Key | null, response: Response | null): Outcome | null;
  /** How the fraction came about, in words, when there is partial credit. */
  worked?(body: Body, key: Key, response: Response | null, points: number): string | null;
  /**
   * The rule of partial credit as students may read it before they answer: it tells nothing of what is right. Null where an
   * answer is right or it is not.
   */
  ruleInWords?(body: Body, key: Key): string | null;
  /** The answer as one line of plain text, for tables and exports. */
  summary(body: Body, response: Response | null): string;
  authoring: Authoring;
}

/** Draws the native controls of one question. */
export type Input<Body, Response> = (props: InputProps<Body, Response>) => ReactElement;

/** Draws the fields with which an author writes body, key, feedback and misconceptions of one question. */
export type Editor<Body, Key> = (props: EditorProps<Body, Key>) => ReactElement;
