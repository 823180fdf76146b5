import { PGlite, parse, protocol, type QueryOptions, type Results, type Transaction } from "@electric-sql/pglite";

const { serialize } = protocol;

/** `types`: those of its parameters, by their OIDs. */
type Statement = { name: string; types: number[] };

type Messages = Parameters<typeof parse.parseResults>[0];

/** So many are kept; of more, the one that was not asked for longest is forgotten. */
const most = 400;

/**
 * The embedded database with statements that it prepares once, as our driver of the other one does: PGlite parses and plans
 * each anew, which takes longer than most of ours run, and goes in and out of WebAssembly six times for it. It takes no
 * blobs, and a statement must not give columns of other types than before: migrations come first.
 */
export class PlansOnce extends PGlite {
  #statements = new Map<string, Statement>();
  #named = 0;

  override async query<T>(text: string, params: unknown[] = [], options: QueryOptions = {}): Promise<Results<T>> {
    await this._checkReady();
    return this._runExclusiveTransaction(() => this.#ask<T>(text, params, options));
  }

  override transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((tx) =>
      run(
        Object.assign(Object.create(tx), {
          query: <R>(text: string, params: unknown[] = [], options: QueryOptions = {}) =>
            tx.closed ? tx.query<R>(text, params, options) : this.#ask<R>(text, params, options),
        }),
      ),
    );
  }

  #ask<T>(text: string, params: unknown[], options: QueryOptions): Promise<Results<T>> {
    return this._runExclusiveQuery(async () => {
      const { name, types } = await this.#statement(text);
      const values = params.map((value, index) => {
        if (value === null || value === undefined) return null;
        const serializer = this.serializers[types[index] as number];
        return serializer ? serializer(value) : String(value);
      });
      const answer = await this.#send(
        serialize.bind({ statement: name, values }),
        serialize.describe({ type: "P" }),
        serialize.execute({}),
      );
      if (!this.isInTransaction()) await this.syncToFs();
      return this.#results<T>(answer, options);
    });
  }

  /** Given parsers of a question's own, PGlite would copy those of all types for each answer: a sixth of a millisecond. */
  #results<T>(answer: Messages, { parsers: own, ...options }: QueryOptions): Results<T> {
    const parsers = own ? Object.assign(Object.create(this.parsers), own) : this.parsers;
    return parse.parseResults(answer, parsers, options)[0] as Results<T>;
  }

  async #statement(text: string): Promise<Statement> {
    const known = this.#statements.get(text);
    this.#statements.delete(text);
    const statement = known ?? (await this.#prepare(text));
    this.#statements.set(text, statement);
    return statement;
  }

  async #prepare(text: string): Promise<Statement> {
    const name = `s${++this.#named}`;
    const answer = await this.#send(serialize.parse({ name, text }), serialize.describe({ type: "S", name }));
    const [oldest] = this.#statements;
    if (oldest && this.#statements.size >= most) {
      this.#statements.delete(oldest[0]);
      await this.#send(serialize.close({ type: "S", name: oldest[1].name }));
    }
    return { name, types: parse.parseDescribeStatementResults(answer) };
  }

  /** In one go. The sync at its end lets the database take the next one, also after an error. */
  #send(...messages: Uint8Array[]) {
    return this.execProtocolStream(Buffer.concat([...messages, serialize.sync()]), { syncToFs: false });
  }
}
