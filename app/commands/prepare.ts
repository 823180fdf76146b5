/*
 * The last steps of a build: beside every text that browsers ask for what it comes to when it is compressed as well as can
 * be; an embedded store, migrated and filled with the course, that every first start copies; and the story of the sample
 * class, told to a copy of it, that every first demo tells again.
 */
import fs from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { openStore, setStore } from "~/db.server";
import { tellStory } from "~/demo/story.server";
import { keepStory } from "~/demo/told.server";
import { syncCourse } from "~/lessons/sync.server";

const assets = "build/client/assets";
for (const name of fs.readdirSync(assets).filter((one) => /\.(css|js|svg)$/.test(one))) {
  const text = fs.readFileSync(`${assets}/${name}`);
  fs.writeFileSync(`${assets}/${name}.br`, brotliCompressSync(text));
  fs.writeFileSync(`${assets}/${name}.gz`, gzipSync(text, { level: 9 }));
}

const folder = "build/store-new";
fs.rmSync(folder, { recursive: true, force: true });
fs.rmSync("build/store", { recursive: true, force: true });
fs.rmSync("build/story.json", { force: true });
const store = await openStore({ DATA_DIR: folder, DATABASE_POOL: 1 });
setStore(store);
await store.prepare(async () => {
  await syncCourse("content", "build/server/index.js");
});
await store.close();
fs.renameSync(`${folder}/pg`, "build/store");

const copy = await openStore({ DATA_DIR: folder, DATABASE_POOL: 1 });
setStore(copy);
fs.writeFileSync("build/story.json", JSON.stringify(await keepStory(tellStory)));
await copy.close();
fs.rmSync(folder, { recursive: true });
