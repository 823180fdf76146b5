import fs from "node:fs";
import path from "node:path";
import { changed, changesIn } from "./patch";

/** A guard, how it is taken away, and the tests that must notice. */
export type Guard = {
  name: string;
  diff: string;
  /** The file of tests, and what stands in the title of one of them or of several. */
  test: string;
  title: string;
  /** What their failure says when it is this guard that is missing: every one of them, and nothing else. */
  red: RegExp;
};

const folder = "tests/guards";

/** Every guard with its patch. Above its diff a patch says, each on a line of its own: Guard, Test, Title, Red. */
export function readGuards(): Guard[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".patch"))
    .sort()
    .map((name) => readGuard(name, fs.readFileSync(path.join(folder, name), "utf8")));
}

function readGuard(name: string, diff: string): Guard {
  const said = (word: string) => {
    const found = new RegExp(`^${word}: (.+)$`, "m").exec(diff)?.[1];
    if (!found) throw new Error(`${name} says no ${word}.`);
    return found;
  };
  return { name: said("Guard"), diff, test: said("Test"), title: said("Title"), red: new RegExp(said("Red")) };
}

/**
 * The files that a guard stands in, without it.
 * @param root the tree that is read
 * @throws Error where the patch does not fit any more
 */
export function without({ diff }: Pick<Guard, "diff">, root = "."): Map<string, string> {
  const files = new Map<string, string>();
  for (const change of changesIn(diff)) {
    const before = files.get(change.file) ?? fs.readFileSync(path.join(root, change.file), "utf8");
    files.set(change.file, changed(before, change));
  }
  return files;
}
