import { and, asc, eq, inArray, notInArray, sql } from "drizzle-orm";
import { ledger } from "#drizzle/schema";
import type { Teacher } from "~/access/rights";
import { db, rows, type Tx, wordedRows } from "~/db.server";
import type {
  Background,
  Claim,
  CommentKey,
  Doubt,
  Event,
  Investigation,
  Misconception,
  Pair,
  ReadersComment,
  Source,
  Term,
} from "~/lessons/entries.server";

type Entries = {
  claim: Claim;
  background: Background;
  doubt: Doubt;
  comment: ReadersComment;
  "comment-key": CommentKey;
  source: Source;
  term: Term;
  misconception: Misconception;
  event: Event;
  pair: Pair;
  investigation: Investigation;
};
export type EntryKind = keyof Entries;
export type Entry = Entries[EntryKind];
type OpenKind = Exclude<EntryKind, "comment-key">;
/** An entry that has a page of its own and can be cited. */
export type Cited =
  | { kind: "claim"; entry: Claim }
  | { kind: "background"; entry: Background }
  | { kind: "doubt"; entry: Doubt }
  | { kind: "comment"; entry: ReadersComment };
/** Where a lesson cites an entry. */
export type Use = { id: string; lesson: string; slug: string; heading: string; number: string };

const citable = ["claim", "background", "doubt", "comment"] as const;

/** All entries of one kind, in the order of their file. */
export function listEntries<Kind extends OpenKind>(kind: Kind): Promise<Entries[Kind][]> {
  return list(kind);
}

/** How readers' comments are sorted, and why. Students sort them themselves, so nobody else gets it. */
export function listCommentKeys(_reader: Teacher): Promise<CommentKey[]> {
  return list("comment-key");
}

/**
 * The same of these comments only: for the replies to somebody who has sorted them, never for a page before that.
 * Who has not sorted yet must not find it in anything that is delivered.
 */
export async function findCommentKeys(ids: string[]): Promise<CommentKey[]> {
  return ids.length === 0 ? [] : (await list("comment-key")).filter(({ id }) => ids.includes(id));
}

async function list<Kind extends EntryKind>(kind: Kind): Promise<Entries[Kind][]> {
  return (await askKind({ kind })).map(({ entry }) => entry as Entries[Kind]);
}

type Found = { kind: string; entry: unknown };
const askKind = wordedRows<Found>(
  sql`select kind, entry from ledger where kind = ${sql.placeholder("kind")} and live order by position`,
);
const askIds = wordedRows<Found>(sql`select kind, entry from ledger
  where kind in (select jsonb_array_elements_text(${sql.placeholder("kinds")}::text::jsonb))
    and id in (select jsonb_array_elements_text(${sql.placeholder("ids")}::text::jsonb)) order by kind, position`);
const byIds = (kinds: readonly string[], ids: string[]) =>
  askIds({ kinds: JSON.stringify(kinds), ids: JSON.stringify(ids) });

/** Claims, background, doubts and comments by id; ids that nobody defined are left out. */
export async function findCited(ids: string[]): Promise<Cited[]> {
  if (ids.length === 0) return [];
  return byIds(citable, ids) as Promise<Cited[]>;
}

/** The terms of these ids, by term. */
export async function findTerms(ids: string[]): Promise<Term[]> {
  if (ids.length === 0) return [];
  return (await byIds(["term"], ids)).map(({ entry }) => entry as Term);
}

/** The entries before and after this one, in the order of the ledger. */
export async function neighbours(id: string): Promise<{ before: string | null; after: string | null }> {
  const found = await db()
    .select({ kind: ledger.kind, id: ledger.id })
    .from(ledger)
    .where(and(inArray(ledger.kind, [...citable]), eq(ledger.live, true)))
    .orderBy(asc(ledger.position));
  const order = citable.flatMap((kind) => found.filter((entry) => entry.kind === kind));
  const at = order.findIndex((entry) => entry.id === id);
  return { before: order[at - 1]?.id ?? null, after: order[at + 1]?.id ?? null };
}

/** The sections of the lessons as shown now that cite these entries, or any when no ids are given. */
export function uses(ids?: string[]): Promise<Use[]> {
  const wanted = ids ? sql`and r.id in ${ids}` : sql``;
  return rows<Use>(sql`
    select distinct r.id, s.lesson, s.slug, s.heading, s.position, l.number as lesson_number, l.number || '.' || s.position as number
    from lessons l
    join sections s on s.lesson = l.slug and s.version = l.version
    cross join lateral jsonb_array_elements_text(s.cites) as r (id)
    where l.live ${wanted}
    order by l.number, s.position`);
}

/** Stores the entries of one kind that differ from what is stored and retires those that are gone. @returns what changed */
export async function putLedger(tx: Tx, kind: EntryKind, entries: Entry[]): Promise<string[]> {
  const ids = entries.map((entry) => entry.id);
  const changed = entries.length === 0 ? [] : await upsert(tx, kind, entries);
  const gone = await tx
    .update(ledger)
    .set({ live: false })
    .where(and(eq(ledger.kind, kind), eq(ledger.live, true), notInArray(ledger.id, ids)))
    .returning({ id: ledger.id });
  const say = (what: string, list: { id: string }[]) =>
    list.length > 0 ? [`${kind} ${what}: ${list.map(({ id }) => id).join(", ")}`] : [];
  return [
    ...say(
      "added",
      changed.filter(({ added }) => added),
    ),
    ...say(
      "changed",
      changed.filter(({ added }) => !added),
    ),
    ...say("retired", gone),
  ];
}

function upsert(tx: Tx, kind: EntryKind, entries: Entry[]) {
  return (
    tx
      .insert(ledger)
      .values(entries.map((entry, position) => ({ kind, id: entry.id, position, entry, live: true })))
      .onConflictDoUpdate({
        target: [ledger.kind, ledger.id],
        set: { position: sql`excluded.position`, entry: sql`excluded.entry`, live: true },
        setWhere: sql`not ${ledger.live} or (${ledger.position}, ${ledger.entry}) is distinct from (excluded.position, excluded.entry)`,
      })
      // A row that was not there before has never been updated, so no transaction has put its number into xmax.
      .returning({ id: ledger.id, added: sql<boolean>`xmax = 0` })
  );
}
