/*
 * The demo from nothing: build if needed, a store of its own with the course and a sample class, the server on loopback.
 * The store stays between starts; `--fresh` makes it new, and so does a day, because the story's dates are told from today.
 */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { openStore, setStore } from "~/db.server";
import { tellStory } from "~/demo/story.server";
import { syncCourse } from "~/lessons/sync.server";
import { lockStore } from "~/store-lock.server";

const home = `${process.env.DATA_DIR || ".data"}/demo`;
const born = `${home}/born`;

if (!fs.existsSync("build/store")) {
  console.log("Building Keyhole. This takes a minute, once.");
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const age = fs.existsSync(born) ? Date.now() - fs.statSync(born).mtimeMs : Number.POSITIVE_INFINITY;
const old = age > 86_400_000;
if (old || process.argv.includes("--fresh")) {
  if (fs.existsSync(born))
    console.log(old ? "The sample class is older than a day: making it fresh." : "Making the sample class fresh.");
  // The lock of the store is left alone: a demo that is still running keeps its files.
  const store = await openFresh();
  setStore(store);
  await store.prepare(async () => {
    await syncCourse("content", "build/server/index.js");
  });
  await tellStory();
  await store.close();
  fs.writeFileSync(born, "");
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
server.on("message", ({ origin }: { origin: string }) =>
  console.log(
    `\nKeyhole is ready: ${origin}\nSign in as one of the sample people at ${origin}/sign-in. Stop with Ctrl-C.\n`,
  ),
);
server.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill(signal));

function openFresh() {
  try {
    const release = lockStore(`${home}/pg`);
    // Without this a story that was broken off would count as told.
    fs.rmSync(born, { force: true });
    fs.rmSync(`${home}/pg`, { recursive: true, force: true });
    release();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
  return openStore({ DATA_DIR: home, DATABASE_POOL: 1 });
}
