import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openStore, setStore } from "~/db.server";
import { tellStory } from "~/demo/story.server";
import { syncCourse } from "~/lessons/sync.server";
import { type Keyhole, startKeyhole } from "./keyhole";

/** The demo as `npm run demo` leaves it, on a free port: the course and the sample class in an embedded store. */
export async function startDemo(): Promise<Keyhole> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-demo-"));
  const store = await openStore({ DATA_DIR: dir, DATABASE_POOL: 1 });
  setStore(store);
  await store.prepare(async () => {
    await syncCourse("content", "build/server/index.js");
  });
  await tellStory();
  await store.close();
  return startKeyhole("embedded", { DATA_DIR: dir, KEYHOLE_DEMO: "1" });
}
