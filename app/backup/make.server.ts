import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "drizzle-orm";
import { type Db, rows, type Tx } from "~/db.server";
import { environment } from "~/environment.server";
import { keyed } from "~/models/secret.server";
import type { Head } from "./read.server";
import { type Holds, linesOf, type Manifest, sameWords, summing, tablesOf } from "./tables.server";

export type Made = { file: string; bytes: number; rows: number; tables: number };

/**
 * Writes a backup of a database that is in use: what it holds stood in the database at one moment.
 * On the embedded store, which is one process, everybody else waits until it is written.
 * @param file appears only when it is whole; readable by its owner alone
 * @throws Error in plain words when the file is there already or cannot be written
 */
export async function makeBackup(db: Db, file: string, holds: Holds): Promise<Made> {
  if (fs.existsSync(file)) throw new Error(`${file} is there already. Name another file.`);
  const part = `${file}.${randomUUID()}.part`;
  let manifest: Manifest = {};
  try {
    await db.transaction(
      async (tx) => {
        const lines = Readable.from(
          written(tx, holds, (sums) => {
            manifest = sums;
          }),
        );
        await pipeline(
          lines,
          createGzip({ level: 4 }),
          fs.createWriteStream(part, { mode: 0o600, flush: true, flags: "wx" }),
        );
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    if (fs.existsSync(file)) throw new Error(`${file} was written by somebody else meanwhile. Name another file.`);
    fs.renameSync(part, file);
  } catch (cause) {
    throw inWords(cause, file);
  } finally {
    fs.rmSync(part, { force: true });
  }
  const sums = Object.values(manifest);
  return {
    file,
    bytes: fs.statSync(file).size,
    rows: sums.reduce((total, sum) => total + sum.rows, 0),
    tables: sums.length,
  };
}

/** A fingerprint of SESSION_SECRET, from which it cannot be read back. */
export const secretMark = () =>
  environment().SESSION_SECRET ? keyed("which secret a backup was made under").slice(0, 16) : null;

/** The migrations that this database has had. */
export async function migrationsOf(tx: Pick<Tx, "execute">): Promise<string[]> {
  const found = await rows<{ hash: string }>(
    sql`select hash from drizzle.__drizzle_migrations order by created_at`,
    tx,
  );
  return found.map(({ hash }) => hash);
}

async function* written(tx: Tx, holds: Holds, tell: (manifest: Manifest) => void): AsyncGenerator<string> {
  await sameWords(tx);
  const head: Head = {
    keyhole: "backup",
    format: 1,
    holds,
    made: new Date().toISOString(),
    migrations: await migrationsOf(tx),
    secret: secretMark(),
  };
  yield `${JSON.stringify(head)}\n`;
  const manifest: Manifest = {};
  for (const table of await tablesOf(tx, holds)) {
    yield `${JSON.stringify({ table: table.name, columns: table.columns })}\n`;
    const { add, sum } = summing();
    for await (const lines of linesOf(tx, table, holds)) {
      add(lines);
      yield `${lines.join("\n")}\n`;
    }
    manifest[table.name] = sum();
  }
  yield `${JSON.stringify({ manifest })}\n`;
  tell(manifest);
}

function inWords(cause: unknown, file: string): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (code === "ENOENT") return new Error(`There is no folder for ${file}: make it first.`);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return new Error(`${file} cannot be written: whoever runs Keyhole has no right to write there.`);
  if (code === "ENOSPC") return new Error(`${file} cannot be written: the disk is full.`);
  return cause;
}
