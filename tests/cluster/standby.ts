import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ask, makeNode, type PostgresNode } from "./postgres-node";

/** A primary and the standby that follows it. */
export type Pair = {
  /** The one that takes writes now. */
  readonly primary: PostgresNode;
  /** Takes the primary away as a crash does, and makes the standby the primary. Without a standby until `rejoin`. */
  failOver(): Promise<void>;
  /** Makes a new standby where the lost server was, as Patroni does when pg_rewind is not enough. */
  rejoin(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Starts a primary and a standby on free ports of this machine.
 * @param synchronous whether a commit is acknowledged only once the standby has written it too
 */
export async function startPair({ synchronous = true } = {}): Promise<Pair> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-pair-"));
  fs.chmodSync(folder, 0o755);
  let made = 0;
  const next = (from?: PostgresNode) => makeNode(`node_${++made}`, folder, from);

  let primary = await next();
  await primary.start();
  let standby = await follow(primary);

  async function follow(leader: PostgresNode): Promise<PostgresNode> {
    const follower = await next(leader);
    await follower.start();
    await untilFollowing(leader, follower, "streaming");
    if (synchronous) {
      await setAside(leader, `set synchronous_standby_names = '${follower.name}'`);
      await untilFollowing(leader, follower, "sync");
    }
    return follower;
  }

  return {
    get primary() {
      return primary;
    },
    async failOver() {
      await primary.stop("immediate");
      // Copied from its primary perhaps: it would wait for a standby that it does not have.
      await setAside(standby, "reset synchronous_standby_names");
      await standby.promote();
      primary = standby;
    },
    async rejoin() {
      standby = await follow(primary);
    },
    async stop() {
      await standby.stop("immediate");
      await primary.stop("immediate");
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function setAside(node: PostgresNode, setting: string): Promise<void> {
  await ask(node, `alter system ${setting}`);
  await ask(node, "select pg_reload_conf()");
}

/** Waits until the primary says that this standby is `streaming`, or `sync`: that commits wait for it. */
async function untilFollowing(primary: PostgresNode, standby: PostgresNode, state: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const statement = `select state, sync_state from pg_stat_replication where application_name = '${standby.name}'`;
    const [row] = await ask(primary, statement);
    if (row?.state === state || row?.sync_state === state) return;
    await sleep(100);
  }
  throw new Error(`The standby ${standby.name} does not follow: it is not ${state}.`);
}
