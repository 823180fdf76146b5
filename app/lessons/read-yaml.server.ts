import fs from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** What is wrong with a content file, and where. */
export type Problem = { file: string; line: number; field: string; message: string };

/** Thrown with everything that is wrong, so that an author mends it in one go. */
export class ContentError extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(describe).join("\n"));
  }
}

export const describe = ({ file, line, field, message }: Problem) =>
  `${file}:${line}  ${field || "(file)"}: ${message}`;

/** A file that was read: its value, and the line on which a field of it stands. */
export type ReadFile<T> = { file: string; value: T; lineOf(path: readonly PropertyKey[]): number };

/**
 * Reads a YAML file and holds it against a schema.
 * @throws ContentError with file, line and field of each mistake
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>): ReadFile<T> {
  return parseYaml(file, readText(file), schema);
}

/**
 * The same for YAML that stands inside another file, such as front matter.
 * @param above number of lines of the file that stand above `text`
 * @throws ContentError
 */
export function parseYaml<T>(file: string, text: string, schema: z.ZodType<T>, above = 0): ReadFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line + above;
  if (document.errors.length > 0)
    throw new ContentError(
      document.errors.map((error) => ({ file, line: lineAt(error.pos[0]), field: "", message: error.message })),
    );
  const lineOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1 + above;
  };
  const result = schema.safeParse(plain());
  if (!result.success)
    throw new ContentError(
      result.error.issues.map((issue) => ({
        file,
        line: lineOf(issue.path),
        field: issue.path.join("."),
        message: issue.message,
      })),
    );
  return { file, value: result.data, lineOf };

  /** An alias without its anchor, or one that would unfold to a file of gigabytes, is found only here. */
  function plain(): unknown {
    try {
      return document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      throw new ContentError([{ file, line: 1 + above, field: "", message: (error as Error).message }]);
    }
  }
}

/** @throws ContentError when the file is not there */
export function readText(file: string): string {
  if (!fs.existsSync(file)) throw new ContentError([{ file, line: 1, field: "", message: "the file is missing" }]);
  return fs.readFileSync(file, "utf8");
}

/** Runs one reader and puts its mistakes to the others, so that all files are read before anything is refused. */
export function gather<T>(problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
