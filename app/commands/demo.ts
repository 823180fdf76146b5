/*
 * The demo from nothing: build if needed, the server on loopback with a store of its own, to which it tells the sample class.
 * The store stays between starts; `--fresh` makes it new, and so does a day, because the story's dates are told from today.
 * Little is imported here: each file takes time to be translated.
 */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { lockStore } from "~/store-lock.server";

const home = `${process.env.DATA_DIR || ".data"}/demo`;
const born = `${home}/born`;

if (!fs.existsSync("build/store") || !fs.existsSync("build/story.json")) {
  console.log("Building Keyhole. This takes a minute, once.");
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const age = fs.existsSync(born) ? Date.now() - fs.statSync(born).mtimeMs : Number.POSITIVE_INFINITY;
const old = age > 86_400_000;
const fresh = old || process.argv.includes("--fresh");
if (fresh) {
  if (fs.existsSync(born))
    console.log(old ? "The sample class is older than a day: making it fresh." : "Making the sample class fresh.");
  removeStore();
}

const server = spawn(process.execPath, ["server.js"], {
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: {
    ...process.env,
    NODE_ENV: "production",
    KEYHOLE_DEMO: "1",
    DATABASE_URL: "",
    DATA_DIR: home,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
  },
});
server.on("message", ({ origin }: { origin: string }) => {
  if (fresh) fs.writeFileSync(born, "");
  console.log(
    `\nKeyhole is ready: ${origin}\nSign in as one of the sample people at ${origin}/sign-in. Stop with Ctrl-C.\n`,
  );
});
server.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));

/** The lock of the store is left alone: a demo that is still running keeps its files. */
function removeStore() {
  try {
    const release = lockStore(`${home}/pg`);
    fs.rmSync(born, { force: true });
    fs.rmSync(`${home}/pg`, { recursive: true, force: true });
    release();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
