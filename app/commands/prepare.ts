/* The last step of a build: an embedded store, migrated and filled with the course, that every first start copies. */
import fs from "node:fs";
import { openStore, setStore } from "~/db.server";
import { syncCourse } from "~/lessons/sync.server";

const folder = "build/store-new";
fs.rmSync(folder, { recursive: true, force: true });
fs.rmSync("build/store", { recursive: true, force: true });
const store = await openStore({ DATA_DIR: folder, DATABASE_POOL: 1 });
setStore(store);
await store.prepare(async () => {
  await syncCourse("content", "build/server/index.js");
});
await store.close();
fs.renameSync(`${folder}/pg`, "build/store");
fs.rmSync(folder, { recursive: true });
