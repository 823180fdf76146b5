/*
 * Takes each guard away by its patch, in a copy of the tree, and expects that a test goes red: a guard whose tests stay green
 * without it is guarded by nothing. First the same tests are run with every guard in place. Ends with the plain line
 * "N passed, N failed".
 *   npm run test:guards [-- words of a name]
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { startServer } from "../postgres";
import { type Guard, readGuards, without } from "./guard";
import { type Ran, runTests } from "./run-tests";

const wanted = process.argv.slice(2).join(" ");
const guards = readGuards().filter(({ name }) => name.includes(wanted));
if (!fs.existsSync("build/server/index.js")) {
  console.error("There is no build yet: run `npm run build` first.");
  process.exit(1);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-guards-"));
fs.chmodSync(folder, 0o711); // the database server may run as another user
const tree = path.join(folder, "tree");
copyTree(tree);
const server = process.env.TEST_DATABASE_URL
  ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
  : await startServer();
const env = { TMPDIR: folder, TEST_DATABASE_URL: server.url };

let failed = 0;
try {
  const whole = await runTests(tree, guards, env);
  for (const guard of guards) {
    const trouble = notGreen(guard, whole) ?? (await notRed(guard));
    console.log(`${trouble ? "✗" : "✓"} ${guard.name}${trouble ? `: ${trouble}` : ""}`);
    if (trouble) failed++;
  }
} finally {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${guards.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 || guards.length === 0 ? 1 : 0);

/** The tree as it stands, with its build, but what was installed: that is shared. */
function copyTree(to: string): void {
  const left = new Set(["node_modules", ".git", ".data", ".cache"]);
  fs.mkdirSync(to);
  for (const name of fs.readdirSync(".").filter((one) => !left.has(one)))
    fs.cpSync(name, path.join(to, name), { recursive: true });
  fs.symlinkSync(fs.realpathSync("node_modules"), path.join(to, "node_modules"));
}

/** @returns what is wrong with a guard's tests while all guards stand */
function notGreen({ test, title }: Guard, { tests, said }: Ran): string | null {
  const its = tests.filter((one) => one.file === test && one.title.includes(title));
  if (its.length === 0) return `no test of this name ran with the guard in place. ${said}`;
  const bad = its.find(({ status }) => status !== "passed");
  return bad ? `with the guard in place ${bad.title} ${bad.status}: ${bad.why}` : null;
}

/** @returns what is wrong with a guard's tests while it is gone: green ones, or red ones for another reason */
async function notRed(guard: Guard): Promise<string | null> {
  let files: Map<string, string>;
  try {
    files = without(guard);
  } catch (error) {
    return `its patch does not fit any more: ${(error as Error).message}`;
  }
  const before = new Map([...files.keys()].map((file) => [file, fs.readFileSync(file)]));
  for (const [file, text] of files) fs.writeFileSync(path.join(tree, file), text);
  const { tests, said } = await runTests(tree, [guard], env);
  for (const [file, text] of before) fs.writeFileSync(path.join(tree, file), text);
  const red = tests.filter(({ status }) => status === "failed");
  if (tests.length === 0) return `no test ran without it. ${said}`;
  if (red.length === 0) return "without it nothing goes red";
  const other = red.find(({ why }) => !guard.red.test(why));
  return other ? `red for another reason: ${other.why}` : null;
}
