/*
 * Every check a machine can run: types, lint and format, content, and beside them the build; then the tests. Ends with the
 * plain line "N passed, N failed, N skipped". A browser or database that is missing is a loud skip; with CI=true it is a failure.
 *   --two   the walkthroughs once more, each Keyhole as two processes: see vitest.two.config.ts
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { JsonTestResults } from "vitest/node";
import { findChromium } from "./browser/chromium";

let passed = 0;
let failed = 0;
let skipped = 0;

/** What failed, said once more at the end: of a long log often only the end is kept. */
const failures: string[] = [];

/** Runs a command, and says all that it said once it is over. @returns whether all was well */
async function step(name: string, command: string, args: string[]): Promise<boolean> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => {
      said += piece;
    });
  const [code] = await once(child, "close");
  console.log(`\n▸ ${name}\n${said.trimEnd()}`);
  if (code === 0) passed++;
  else {
    failed++;
    failures.push(`${name}\n${said.trimEnd()}`);
  }
  return code === 0;
}

async function checkSources(): Promise<void> {
  await step("types", "npx", ["tsc", "--noEmit"]);
  await step("lint and format", "npx", ["biome", "check", "."]);
  await step("content", "npm", ["run", "--silent", "content:check"]);
}

const [built] = await Promise.all([step("build", "npm", ["run", "--silent", "build"]), checkSources()]);

if (built) {
  // Whatever the tests, their servers and their browsers write goes here, and goes when they are through.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-tests-"));
  fs.chmodSync(folder, 0o711); // the database server may run as another user
  runTests("tests", folder);
  if (process.argv.includes("--two")) runTests("two processes", folder, "--config", "vitest.two.config.ts");
  fs.rmSync(folder, { recursive: true, force: true });
} else {
  console.log("The tests need the build, so none ran.");
}

/** Runs Vitest and counts what it found. @param folder for what tests write */
function runTests(name: string, folder: string, ...args: string[]): void {
  const report = path.join(folder, "report.json");
  fs.rmSync(report, { force: true });
  console.log(`\n▸ ${name}`);
  const run = spawnSync(
    "npx",
    ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args],
    { stdio: "inherit", env: { ...process.env, TMPDIR: folder } },
  );
  const before = failed;
  if (fs.existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, testResults } = JSON.parse(
      fs.readFileSync(report, "utf8"),
    ) as JsonTestResults;
    passed += numPassedTests;
    failed += numFailedTests;
    skipped += numPendingTests;
    // A file that does not even load has no failed test to count.
    if (numFailedTests === 0 && numFailedTestSuites > 0) failed += numFailedTestSuites;
    for (const { name: file, message, assertionResults } of testResults) {
      if (message) failures.push(`${name}: ${path.relative("", file)}\n${message}`);
      for (const { status, fullName, failureMessages } of assertionResults)
        if (status === "failed")
          failures.push(`${name}: ${path.relative("", file)}: ${fullName}\n${failureMessages?.join("\n")}`);
    }
  }
  if (run.status !== 0 && failed === before) failed++;
}

if (!findChromium())
  console.log(
    "\nSKIPPED: no Chromium was found, so no browser test ran. Install chromium, or name one in CHROMIUM_PATH.",
  );
if (process.env.CI && skipped > 0) {
  console.log(`\n${skipped} skipped: in CI a skip is a failure.`);
  failed += skipped;
}
for (const failure of failures) console.log(`\nFAILED ${failure.slice(0, 4000)}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);
