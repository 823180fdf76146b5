import type { Sql } from "postgres";

type Asked = { prepare?: boolean; simple?: boolean; onexecute?: () => boolean };
type Begin = (run: (inner: Sql) => unknown) => unknown;

/**
 * A client that asks each statement, those of its transactions too, with further options of postgres.js.
 * @param how gives them for the values of a statement
 */
export function asking<Client extends Sql>(client: Client, how: (values: unknown[]) => Asked): Client {
  const begin = (way: "begin" | "savepoint") => (run: (inner: Sql) => unknown) =>
    (client as unknown as Record<string, Begin>)[way]?.((inner) => run(asking(inner, how)));
  return new Proxy(client, {
    get(target, name) {
      if (name === "unsafe")
        return (text: string, values: never[] = [], options = {}) =>
          target.unsafe(text, values, { ...options, ...how(values) });
      if (name === "begin" || name === "savepoint") return begin(name);
      return Reflect.get(target, name);
    },
  });
}

/** Of more parameters than this a statement is one of many lengths of a list, and is not kept. */
const mostParameters = 40;

/**
 * Drizzle lets Postgres plan each statement anew, which takes longer than most of ours run. This asks for statements that
 * every connection prepares once, and plans once: see `onePlan` in db.server.ts. Those without values postgres.js would send as
 * plain text, which cannot be.
 */
export const prepared = (values: unknown[]): Asked => ({
  prepare: values.length <= mostParameters,
  simple: false,
  ...oneAtATime(),
});

/**
 * When it has no idle connection, postgres.js sends a statement behind another one that is under way. Where that one waits, for
 * an attempt that somebody holds, so does what stands behind it, though other connections have long been idle. Behind a pooler,
 * what it sends behind a statement without values is a question without its end: PgBouncer 1.18 takes the transaction for over at
 * the first answer, gives the server to somebody else, and the second never comes. What postgres.js does at the start of a
 * transaction, it does here for each statement: nothing is sent behind it before it is answered.
 */
export const oneAtATime = (): Asked => ({ onexecute: () => false });
