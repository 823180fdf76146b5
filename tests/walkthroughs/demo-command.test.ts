import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { Visitor } from "../visitor";

type Demo = { child: ChildProcess; printed: string; origin: string };

/** The command as somebody types it, with a folder of its own and a free port. */
async function runDemo(DATA_DIR: string): Promise<Demo> {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$)/.test(name)));
  const child = spawn("npx", ["tsx", "app/commands/demo.ts"], {
    env: { ...clean, DATA_DIR, PORT: "0" } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let printed = "";
  for await (const chunk of child.stdout) {
    printed += chunk;
    const origin = /ready: (http:\S+)/.exec(printed)?.[1];
    if (origin) return { child, printed, origin };
  }
  throw new Error(`The demo ended: ${printed}`);
}

async function stop({ child }: Demo): Promise<void> {
  const gone = once(child, "exit");
  process.kill(-(child.pid as number), "SIGTERM");
  await gone;
}

describe("npm run demo", () => {
  it("prints an address where the sample class is, and finds it as it was at the next start", async () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-demo-"));
    const first = await runDemo(folder);
    const teacher = new Visitor({ origin: first.origin });
    await teacher.get("/sign-in");
    await teacher.submit(/Look around as Ms Rivera/);
    await teacher.get("/teach");
    expect(teacher.words).toContain("9B");
    await teacher.submit("Make the class", { name: "Kept over night", zone: "Europe/Madrid" });
    await stop(first);
    const second = await runDemo(folder);
    expect(second.printed).not.toContain("fresh");
    const again = new Visitor({ origin: second.origin });
    await again.get("/sign-in");
    await again.submit(/Look around as Ms Rivera/);
    await again.get("/teach");
    expect(again.words).toContain("Kept over night");
    await stop(second);
  });
});
