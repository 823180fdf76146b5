import type { TestProject } from "vitest/node";
import { fillTemplate } from "../postgres";
import { startPooler } from "./pgbouncer";
import { ask } from "./postgres-node";
import { startPair } from "./standby";

/** In the place of tests/postgres.ts: a primary, a standby that it waits for at each commit, and PgBouncer before them. */
export default async function setup(project: TestProject) {
  const pair = await startPair();
  const pooler = await startPooler(pair.primary.port);
  const [row] = await ask(pair.primary, "show server_version");
  console.log(`Postgres ${row?.server_version} with a synchronous standby, behind PgBouncer in transaction mode`);
  project.provide("postgres", pair.primary.url);
  project.provide("pooler", pooler.url);
  project.provide("template", await fillTemplate(pair.primary.url));
  return async () => {
    await pooler.stop();
    await pair.stop();
  };
}
