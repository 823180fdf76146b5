import type { Field } from "~/autosave/kept";

/** One answer that the server said it keeps, as it was sent. */
export type Acknowledged = { attempt: string; slot: number; client: string; seq: number; fields: Field[] };

/** What students were promised: written down before the next request goes out. */
export type Journal = {
  answers: Acknowledged[];
  /** Attempts whose start, and whose handing in, was acknowledged. */
  started: string[];
  handedIn: string[];
  /** What the server may never say, whatever breaks: in words. */
  odd: string[];
  /** When each student sent the last request that was answered, in ms of `performance.now()`. */
  latest: Map<string, number>;
};

export const newJournal = (): Journal => ({ answers: [], started: [], handedIn: [], odd: [], latest: new Map() });
