/*
 * Students work while things break; nothing that was acknowledged may be lost or altered. Nine kinds of fault, real processes,
 * real databases (tests/chaos). Prints a table and "N passed, N failed".
 *   --short          each fault once, as `npm test` does
 *   --seed <number>  what students answer, and when
 *   --minutes <n>    no more strikes in a stage after so many
 *   --only <stage>   embedded, postgres, several, loose or empty
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { forms, missingHere, runStages, troubleOf } from "./stages";
import { table } from "./table";

const { values: flags } = parseArgs({
  options: {
    short: { type: "boolean" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    minutes: { type: "string" },
  },
});
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-chaos-"));
fs.chmodSync(folder, 0o711); // Postgres may run as another user
// What runs on the side ends with this process, which it does not when a signal ends it.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
const began = new Date();
const driven = await runStages(folder, {
  ...(flags.short ? forms.short : forms.long),
  seed: Number(flags.seed),
  only: flags.only,
  end: flags.minutes ? performance.now() + Number(flags.minutes) * 60_000 : undefined,
  say: console.log,
});
const missing = missingHere(folder);
fs.rmSync(folder, { recursive: true, force: true });
console.log(
  `\n${began.toISOString()}, ${os.cpus().length} × ${os.cpus()[0]?.model}, Node ${process.version}, seed ${flags.seed}\n`,
);
console.log(table(driven));
for (const { stage, verdict } of driven)
  for (const odd of new Set(verdict.odd))
    console.log(`${stage}: ${odd} (${verdict.odd.filter((one) => one === odd).length} times)`);
for (const one of missing) console.log(`SKIPPED: ${one}`);
const failed = driven.filter((one) => troubleOf(one)).length + (process.env.CI ? missing.length : 0);
console.log(`\n${driven.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
