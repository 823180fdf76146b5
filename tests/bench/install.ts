import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { type Figure, figure } from "./figure";

/** What an installation takes on disk, in MB: all packages, those that a server needs, and the build with its embedded store. */
export function measureInstall(): Figure[] {
  const listed = execFileSync("npm", ["ls", "--all", "--parseable", "--omit=dev"], { encoding: "utf8" });
  const needed = [...new Set(listed.split("\n"))].filter((dir) => dir.includes("node_modules"));
  const size = (what: string, bytes: number, note = "") =>
    figure({ part: "install", what, value: bytes / 1e6, unit: "MB", most: null, note });
  return [
    size("node_modules, with what tests and builds need", sizeOf("node_modules")),
    size(
      "node_modules that a server needs",
      needed.reduce((sum, dir) => sum + sizeOf(dir, true), 0),
      `(${needed.length} packages)`,
    ),
    size("build, without the store", sizeOf("build") - sizeOf("build/store")),
    size("build/store: the embedded database, migrated, with the course", sizeOf("build/store")),
  ];
}

/** Bytes of the files below a folder. @param alone without the packages that lie in it */
function sizeOf(dir: string, alone = false): number {
  return fs.readdirSync(dir, { withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) return alone && entry.name === "node_modules" ? sum : sum + sizeOf(file, alone);
    return entry.isFile() ? sum + fs.lstatSync(file).size : sum;
  }, 0);
}
