import fs from "node:fs";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { type Manifest, summing } from "./tables.server";

/** The first line of a backup. `migrations` are the fingerprints of those that made its tables, in order. */
const Head = z.object({
  keyhole: z.literal("backup"),
  format: z.literal(1),
  holds: z.enum(["everything", "course"]),
  made: z.string(),
  migrations: z.array(z.string()),
  /** By which a restore tells whether SESSION_SECRET is the same; null where it was not set. */
  secret: z.string().nullable(),
});
const TableHead = z.object({
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
});
const End = z.object({ manifest: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })) });

export type Head = z.infer<typeof Head>;
type TableHead = z.infer<typeof TableHead>;

/** What takes a backup in, as it is read. */
export type Taking = {
  begin?(head: Head): Promise<void>;
  table?(head: TableHead): Promise<void>;
  /** Some lines of the table that was named last. */
  lines?(lines: string[]): Promise<void>;
};

const perTaking = 500;

/**
 * Reads a backup from its first line to its last, and holds what it finds against the manifest at its end.
 * @returns how it begins, and its manifest, which is true of what was taken
 * @throws Error in plain words when the file is no backup, is damaged, or ends too early
 */
export async function readBackup(file: string, taking: Taking = {}): Promise<{ head: Head; manifest: Manifest }> {
  if (!fs.existsSync(file)) throw new Error(`There is no file ${file}.`);
  const found: Manifest = {};
  let head: Head | undefined;
  let table: { name: string; width: number; summing: ReturnType<typeof summing> } | undefined;
  let manifest: Manifest | undefined;
  let waiting: string[] = [];

  async function take() {
    if (waiting.length === 0 || !table) return;
    const lines = waiting;
    waiting = [];
    table.summing.add(lines);
    await taking.lines?.(lines);
  }
  async function finish() {
    await take();
    if (table) found[table.name] = table.summing.sum();
  }

  for await (const line of unpacked(file)) {
    if (!head) {
      head = headOf(line, file);
      await taking.begin?.(head);
    } else if (manifest) throw damaged(file, "something follows its end");
    else if (line.startsWith("[")) {
      if (!table || widthOf(line) !== table.width) throw damaged(file, "a row does not fit its table");
      waiting.push(line);
      if (waiting.length === perTaking) await take();
    } else {
      await finish();
      const end = End.safeParse(parsed(line));
      if (end.success) manifest = end.data.manifest;
      else {
        const next = TableHead.safeParse(parsed(line));
        if (!next.success || found[next.data.table]) throw damaged(file, "a line is neither a row nor a table");
        table = { name: next.data.table, width: next.data.columns.length, summing: summing() };
        await taking.table?.(next.data);
      }
    }
  }
  if (!head) throw new Error(`${file} is not a backup of Keyhole.`);
  if (!manifest) throw damaged(file, "it ends too early");
  const names = new Set([...Object.keys(manifest), ...Object.keys(found)]);
  for (const name of names)
    if (manifest[name]?.rows !== found[name]?.rows || manifest[name]?.sha256 !== found[name]?.sha256)
      throw damaged(file, `the table ${name} is not what its manifest says`);
  return { head, manifest };
}

async function* unpacked(file: string): AsyncGenerator<string> {
  const source = fs.createReadStream(file);
  const text = source.pipe(createGunzip());
  source.once("error", (cause) => text.destroy(cause));
  let any = false;
  let rest = "";
  try {
    for await (const piece of text.setEncoding("utf8")) {
      const lines = (rest + piece).split("\n");
      rest = lines.pop() as string;
      any ||= lines.length > 0;
      yield* lines;
    }
    if (rest) yield rest;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (!code?.startsWith("Z_")) throw cause;
    if (!any) throw new Error(`${file} is not a backup of Keyhole.`);
    throw damaged(file, code === "Z_BUF_ERROR" ? "it ends too early" : "it cannot be unpacked");
  } finally {
    source.destroy();
    text.destroy();
  }
}

function headOf(line: string, file: string): Head {
  const head = Head.safeParse(parsed(line));
  if (head.success) return head.data;
  throw new Error(
    head.error.issues.some(({ path }) => path.length === 0 || path[0] === "keyhole")
      ? `${file} is not a backup of Keyhole.`
      : `${file} was written by a newer Keyhole than this one. Bring this one up to date first.`,
  );
}

function widthOf(line: string): number | undefined {
  const row = parsed(line);
  return Array.isArray(row) ? row.length : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const damaged = (file: string, how: string) =>
  new Error(`${file} is damaged: ${how}. Nothing was changed. Take another backup.`);
