import type { MarkName } from "~/components/mark";
import type { Standing } from "~/interactions/contract";
import type { InteractionName } from "~/interactions/registry.server";
import type { KeptPredictions } from "~/lab/kept";
import type { CommentKey, ReadersComment } from "./entries.server";
import type { Tree } from "./tree";

/**
 * What a mark in the text leads to, what its note in the margin says, and what opens at the mark itself: the words of the
 * entry, and the facts about it by name. `mark` is null for what has none.
 */
export type Reference = {
  id: string;
  href: string;
  mark: MarkName | null;
  words: string;
  background: boolean;
  who: string | null;
  text: string | null;
  from: string;
  says: string;
  facts: [name: string, words: string][];
  /** How far we checked background. */
  checked?: string;
};

export type TermView = { id: string; term: string; definition: string; also: string[] };

/** A wrong idea that often stands behind an answer, and the section that speaks about it. */
export type Behind = { idea: string; read: { href: string; heading: string } | null };

/** One row of a check whose things are given places: what was chosen, what we say, and why. */
export type CheckedRow = {
  row: number;
  standing: "right" | "wrong";
  chosen: string;
  ours: string;
  why: string | null;
};

/** A check as everybody may see it, and what the reader's own newest answer earned; null before the first answer. */
export type CheckView = {
  id: string;
  interaction: InteractionName;
  stem: string;
  body: unknown;
  response: unknown;
  reply: { standing: Standing; says: string[]; rows: CheckedRow[]; behind: Behind[] } | null;
};

export type SortCard = { id: string; href: string; text: string; by: string | null };
/** What is said about one card that was sorted; `settle` is what would help to settle it. */
export type SortReply = {
  card: SortCard;
  chosen: string;
  ours: string;
  standing: "right" | "partly" | "open" | "wrong";
  why: string;
  settle: string | null;
};
/** An exercise of sorting; no replies before everything was sorted once. */
export type SortView = { cards: SortCard[]; replies: SortReply[] };

/** What a reader put into a prediction or a reflection, when, and whether their teachers may read it. */
export type Said = { chosen: string[]; text: string; at: Date; shared: boolean };
/** The first and the newest of it. */
export type Kept = { first: Said; newest: Said };

/** An answer that could not be taken: why, what was typed, and for a check what was answered so far and what is open. */
export type Refused = {
  block: string;
  message: string;
  chosen: string[];
  text: string;
  shared?: boolean;
  response?: unknown;
  open?: { id: string; name: string }[];
};

/** One page of a lesson with everything its blocks need to be drawn for one reader. */
export type Page = {
  lesson: string;
  section: string;
  tree: Tree;
  refs: Record<string, Reference>;
  terms: Record<string, TermView>;
  /** All terms of a lesson, where the page lists them. */
  termsOf: Record<string, TermView[]>;
  checks: Record<string, CheckView>;
  sorts: Record<string, SortView>;
  answers: Record<string, Kept>;
  /** Whether somebody teaches its reader, or may: not who only looks around. */
  taught: boolean;
  /** Whether we know who reads, if only as a guest. */
  known: boolean;
  /** In which zone it is told when they were kept; null: UTC. */
  zone: string | null;
  /** What the reader predicted in the labs of the page, by the setting. */
  labs: Record<string, KeptPredictions>;
  /** Readers' comments, where the page shows some. */
  comments: ReadersComment[];
  /** How they are sorted: only in notes for teachers, empty elsewhere. */
  commentKeys: CommentKey[];
};

/** A page whose text was drawn before. */
export type PageDrawn = { section: string; html: string };
