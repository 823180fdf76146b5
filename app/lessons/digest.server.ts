import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** The libraries that parse, and the tables that take what was parsed. */
const alsoDecide = ["package-lock.json", "drizzle/migrations/meta/_journal.json"];

/**
 * What a stored course was made from: every file of the content folder, and the program that read them.
 * @param content the folder
 * @param program the built server, one file; another build may read the same files differently
 * @returns SHA-256, as 64 hexadecimal digits
 */
export function digest(content: string, program: string): string {
  const hash = createHash("sha256");
  const files = fs.readdirSync(content, { recursive: true, encoding: "utf8" }).sort();
  for (const file of [program, ...alsoDecide, ...files.map((name) => path.join(content, name))]) {
    if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const bytes = fs.readFileSync(file);
    hash.update(`${path.relative(content, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}
