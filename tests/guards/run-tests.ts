import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import type { Guard } from "./guard";

/** What came of some tests. `said`: the end of what the run printed, for who has to find out why there are none. */
export type Ran = { tests: { file: string; title: string; status: string; why: string }[]; said: string };

type Report = {
  testResults: {
    name: string;
    message: string;
    assertionResults: { title: string; status: string; failureMessages: string[] }[];
  }[];
};

/** Runs the tests of these guards in a tree. @param env variables beside those of this process */
export async function runTests(
  tree: string,
  guards: Pick<Guard, "test" | "title">[],
  env: Record<string, string>,
): Promise<Ran> {
  const report = path.join(tree, "..", "report.json");
  fs.rmSync(report, { force: true });
  const files = [...new Set(guards.map(({ test }) => test))];
  const titles = [...new Set(guards.map(({ title }) => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))].join("|");
  const args = ["vitest", "run", ...files, "-t", titles, "--reporter=json", `--outputFile=${report}`];
  const child = spawn("npx", args, { cwd: tree, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece) => {
      said = (said + piece).slice(-2000);
    });
  await once(child, "close");
  if (!fs.existsSync(report)) return { tests: [], said };
  const { testResults } = JSON.parse(fs.readFileSync(report, "utf8")) as Report;
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "passed" || status === "failed")
      .map(({ title, status, failureMessages }) => ({
        file: path.relative(fs.realpathSync(tree), fs.realpathSync(name)),
        title,
        status,
        why: failureMessages.join("\n").slice(0, 600),
      })),
  );
  return {
    tests,
    said: [...testResults.map(({ message }) => message), said].filter(Boolean).join("\n").slice(0, 2000),
  };
}
