import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { fillTemplate } from "../postgres";
import { Cluster } from "./cluster";
import { startPooler } from "./pgbouncer";

/** In the place of tests/postgres.ts: a primary, a standby that it waits for at each commit, and PgBouncer before them. */
export default async function setup(project: TestProject) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-pair-"));
  fs.chmodSync(folder, 0o711); // Postgres may run as another user
  const primary = await Cluster.create(folder, { max_connections: 300, fsync: "off" });
  const standby = await primary.standby(folder);
  await primary.waitFor("*");
  const pooler = await startPooler(primary.port);
  const [row] = await primary.ask((sql) => sql`show server_version`);
  console.log(`Postgres ${row?.server_version} with a synchronous standby, behind PgBouncer in transaction mode`);
  project.provide("postgres", primary.url);
  project.provide("pooler", pooler.url);
  project.provide("template", await fillTemplate(primary.url));
  return async () => {
    await pooler.stop();
    await standby.remove();
    await primary.remove();
    fs.rmSync(folder, { recursive: true });
  };
}
