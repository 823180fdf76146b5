import type { Field } from "~/autosave/kept";

/** One thing that may be answered to a question: as a form says it, and as its type stores that. */
export type Given = { fields: Field[]; response: unknown };
/** What may be answered to each question, the first one first. */
export type Answers = Given[][];
/** A signed-in student with the addresses at which attempts are started: each is used once. */
export type Pupil = { cookie: string; tasks: string[] };
/** An attempt under way, and whose it is. */
export type Open = { attempt: string; cookie: string };

/** What the driver is told to do. Times in ms. */
export type Order = { origin: string } & (
  | { what: "answers"; answers: Answers }
  /** Saves answers one by one, `atOnce` students at a time, at the floor or at the app. */
  | { what: "saves"; floor: boolean; open: Open[]; atOnce: number; forMs: number }
  /** Goes through so many whole attempts, everybody at once. */
  | { what: "attempts"; pupils: Pupil[]; goes: number }
  /** The same with pauses of `think` in the middle, for some time, a third of them in the middle of one when the clock starts. */
  | { what: "thinking"; pupils: Pupil[]; think: number; forMs: number }
  /** Asks for one page so many times, `atOnce` at a time, each on a line of its own. */
  | { what: "look"; path: string; cookie: string; times: number; atOnce: number }
  /** Everybody presses Start, or Hand in, at the same moment, and waits for the page after it. */
  | { what: "start"; pupils: Pupil[] }
  | { what: "hand in"; open: Open[] }
);

/** An answer that the server said it keeps: attempt, slot, client, seq and which of the answers to that question it was. */
export type Kept = [attempt: string, slot: number, client: string, seq: number, given: number];

/** What came of an order. */
export type Done = {
  /** How long each request took or, where two make one step of a student, both; and the first of those two alone. */
  ms: number[];
  firstMs: number[];
  /** How long all of it took. */
  tookMs: number;
  /** Whole attempts, and requests. */
  attempts: number;
  requests: number;
  errors: string[];
  kept: Kept[];
  open: Open[];
  handedIn: string[];
  /** The driver's own CPU time. */
  cpuMs: number;
};
