import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { lineBroke } from "./database-away";

type Run = (inner: Sql) => Promise<unknown>;
type Begin = (run: Run) => Promise<unknown>;

/**
 * A client whose transactions outlive their line. When it ends in the middle of one, postgres.js fails the transaction, and
 * then writes its rollback, its commit or the next statement to a line that is not there any more: nobody can catch that, and
 * the process ends (porsager/postgres#1208). So nothing more is asked of such a line, and postgres.js, which waits for what
 * the transaction does, is never told that it is over: it has said itself already that it failed.
 */
export function outlivingLines<Client extends Sql>(client: Client): Client {
  return replacing(client, "begin", (begin: Begin) => (run: Run) => {
    const line = { gone: false };
    const done = begin((inner) => held(run(guarded(inner, line)), line));
    done.catch(() => {
      line.gone = true;
    });
    return done;
  });
}

type Line = { gone: boolean };

function guarded(inner: Sql, line: Line): Sql {
  const asking = replacing(inner, "unsafe", (unsafe: (...given: unknown[]) => unknown) => (...given: unknown[]) => {
    if (line.gone) throw Object.assign(new Error("The line to the database is gone."), { code: "CONNECTION_CLOSED" });
    return unsafe(...given);
  });
  return replacing(
    asking,
    "savepoint",
    (savepoint: Begin) => (run: Run) => savepoint((nested) => held(run(guarded(nested, line)), line)),
  );
}

/** How long postgres.js may take to say of a line that broke that it is gone, in ms. Any other line than this may have broken. */
const patience = 1000;

/** The same, but for ever under way once the line is gone. */
function held(doing: Promise<unknown>, line: Line): Promise<unknown> {
  const never = new Promise(() => {});
  return doing.then(
    (value) => (line.gone ? never : value),
    async (error) => {
      if (!line.gone && lineBroke(error)) await sleep(patience);
      if (line.gone) return never;
      throw error;
    },
  );
}

/** An object with one of its functions put in another way. */
function replacing<Whole extends object, Act>(whole: Whole, name: string, other: (act: Act) => unknown): Whole {
  return new Proxy(whole, {
    get(target, asked) {
      const found: unknown = Reflect.get(target, asked);
      return asked === name ? other((found as () => unknown).bind(target) as Act) : found;
    },
  });
}
