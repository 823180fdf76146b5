/*
 * Every check a machine can run, in this order: types, lint and format, content, build, tests. Ends with the plain line
 * "N passed, N failed, N skipped". A browser or database that is missing is a loud skip; with CI=true it is a failure.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { findChromium } from "./browser/chromium";

let passed = 0;
let failed = 0;
let skipped = 0;

function step(name: string, command: string, args: string[]): boolean {
  console.log(`\n▸ ${name}`);
  const ok = spawnSync(command, args, { stdio: "inherit" }).status === 0;
  if (ok) passed++;
  else failed++;
  return ok;
}

step("types", "npx", ["tsc", "--noEmit"]);
step("lint and format", "npx", ["biome", "check", "."]);
step("content", "npm", ["run", "--silent", "content:check"]);
const built = step("build", "npm", ["run", "--silent", "build"]);

if (built) {
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-report-")), "report.json");
  console.log("\n▸ tests");
  const run = spawnSync(
    "npx",
    ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    { stdio: "inherit" },
  );
  if (fs.existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = JSON.parse(
      fs.readFileSync(report, "utf8"),
    );
    passed += numPassedTests;
    failed += numFailedTests;
    skipped += numPendingTests;
    // A file that does not even load has no failed test to count.
    if (numFailedTests === 0 && numFailedTestSuites > 0) failed += numFailedTestSuites;
  }
  if (run.status !== 0 && failed === 0) failed++;
} else {
  console.log("The tests need the build, so none ran.");
}

if (!findChromium())
  console.log(
    "\nSKIPPED: no Chromium was found, so no browser test ran. Install chromium, or name one in CHROMIUM_PATH.",
  );
if (process.env.CI && skipped > 0) {
  console.log(`\n${skipped} skipped: in CI a skip is a failure.`);
  failed += skipped;
}
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);
