import { type SQL, sql } from "drizzle-orm";

/** What stands where somebody typed words of their own, once they are deleted. */
export const removedWords = "[removed]";

/**
 * A stored answer without the words that somebody typed, for a query: every type of question that lets one type keeps it as
 * `text`, a lesson one level deeper.
 * @param column that holds the answer as jsonb
 */
export function withoutWords(column: SQL): SQL {
  const empty = sql`${JSON.stringify(removedWords)}::text::jsonb`;
  return sql`case
    when jsonb_typeof(${column} -> 'text') = 'string' and ${column} ->> 'text' <> '' then jsonb_set(${column}, '{text}', ${empty})
    when jsonb_typeof(${column} -> 'response' -> 'text') = 'string' then jsonb_set(${column}, '{response,text}', ${empty})
    else ${column} end`;
}
