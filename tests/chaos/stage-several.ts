import { Cluster } from "../cluster/cluster";
import { findPgBouncer, startPooler } from "../cluster/pgbouncer";
import { type Keyhole, startKeyhole } from "../keyhole";
import type { Fault, Stage } from "./drive";
import { Line } from "./line";
import { admit, newPupils, prepare } from "./school";

const portOf = ({ origin }: Keyhole) => Number(new URL(origin).port);

/**
 * Two processes of the app behind a balancer, PgBouncer in transaction mode, a primary and a standby. `back` is the address
 * of whichever server is the primary, as a virtual address or HAProxy is for Patroni.
 * @param waits whether a commit waits for the standby; where it does not, the standby follows over a slow line
 */
export async function onSeveral(folder: string, students: number, waits: boolean): Promise<Stage> {
  let primary = await Cluster.create(folder);
  let standby: Cluster | null = null;
  const pupils = await newPupils(students);
  const database = { DATABASE_URL: primary.url };
  await prepare(database);
  await admit(database, pupils);
  const back = await Line.open([primary.port]);
  const far = await Line.open([primary.port]);
  const pooler = findPgBouncer() ? await startPooler(back.port) : null;
  const direct = `postgres://postgres@127.0.0.1:${back.port}/postgres`;
  const env: Record<string, string> = pooler
    ? { DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: direct }
    : { DATABASE_URL: direct };
  const apps = [await startKeyhole("postgres", env), await startKeyhole("postgres", env)];
  const front = await Line.open(apps.map(portOf));
  let turn = 0;
  const restarted: Fault = {
    kind: 6,
    name: "one of two processes restarted",
    async strike() {
      const which = turn++ % 2;
      await apps[which]?.stop(turn % 4 < 2 ? "SIGTERM" : "SIGKILL");
      apps[which] = await startKeyhole("postgres", env);
      front.targets = apps.map(portOf);
    },
  };
  const failover: Fault = {
    kind: 7,
    name: waits ? "failover, synchronous" : "failover, asynchronous",
    async ready() {
      far.targets = [primary.port];
      far.delay = waits ? 0 : 50;
      standby = await primary.standby(folder, far.port);
      if (!waits) return;
      await primary.waitFor("*");
      await primary.until(
        async (sql) => (await sql`select 1 from pg_stat_replication where sync_state = 'sync'`).length > 0,
      );
    },
    async strike() {
      if (!standby) throw new Error("There is no standby.");
      await primary.stop("immediate");
      far.cut();
      await standby.promote();
      back.targets = [standby.port];
      back.cut();
      await primary.remove();
      primary = standby;
      database.DATABASE_URL = primary.url;
    },
  };
  const poolerRestarted: Fault = {
    kind: 8,
    name: "PgBouncer restarted",
    async strike() {
      await pooler?.restart(turn++ % 2 ? "SIGTERM" : "SIGKILL");
    },
  };
  return {
    name: `2 processes${pooler ? ", PgBouncer" : ""}, ${waits ? "synchronous" : "asynchronous"} standby`,
    origin: front.origin,
    pupils,
    database,
    mayLose: !waits,
    faults: [restarted, failover, ...(pooler ? [poolerRestarted] : [])],
    apps: () => apps,
    async rest() {
      await Promise.all(apps.map((app) => app.stop()));
    },
    async close() {
      await Promise.all(apps.map((app) => app.stop("SIGKILL")));
      await pooler?.stop();
      await Promise.all([front.close(), back.close(), far.close()]);
      await standby?.remove();
      await primary.remove();
    },
  };
}
