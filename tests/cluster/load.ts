/*
 * How many answers a second an installation keeps, and how long each student waits, in the forms of docs/hosting.md: the
 * embedded store, one process on Postgres, and two behind a balancer and PgBouncer with a standby that each commit waits for.
 * The students are in this process, on the same machine, each sending the next answer when the last was acknowledged.
 *   npx tsx tests/cluster/load.ts [students] [seconds]
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { meterOf } from "../bench/process-meter";
import { type Keyhole, startProcess } from "../keyhole";
import { startServer } from "../postgres";
import { Visitor } from "../visitor";
import { startBalancer } from "./balancer";
import { Cluster } from "./cluster";
import { startPooler } from "./pgbouncer";

const [students, seconds] = [Number(process.argv[2] ?? 40), Number(process.argv[3] ?? 10)];
const secret = { SESSION_SECRET: "a secret for measuring that is long enough", DATABASE_POOL: "10" };

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-load-"));
const embedded = await startProcess({ ...secret, DATA_DIR: `${folder}/embedded` });
fs.chmodSync(folder, 0o711); // Postgres may run as another user
await measure("one process, embedded", [embedded], embedded.origin);
await embedded.stop();

const server = await startServer();
const one = await startProcess({ ...secret, DATABASE_URL: server.url });
await measure("one process, Postgres", [one], one.origin);
await one.stop();
await server.stop();

for (const synchronous of [false, true]) {
  const primary = await Cluster.create(folder, { max_connections: 300 });
  const standby = await primary.standby(folder);
  if (synchronous) await primary.waitFor("*");
  const pooler = await startPooler(primary.port);
  const env = { ...secret, DATABASE_URL: pooler.url, DATABASE_DIRECT_URL: primary.url, TRUST_PROXY: "1" };
  const processes = [await startProcess(env), await startProcess(env)];
  const balancer = await startBalancer(processes.map(({ origin }) => origin));
  const how = synchronous ? "a synchronous standby" : "a standby";
  await measure(`two processes, PgBouncer, ${how}`, processes, balancer.origin);
  for (const process of processes) await process.stop();
  await balancer.stop();
  await pooler.stop();
  await standby.remove();
  await primary.remove();
}

fs.rmSync(folder, { recursive: true });

async function measure(name: string, processes: Keyhole[], origin: string): Promise<void> {
  const people = [];
  for (let n = 0; n < students; n++) people.push(await start(origin));
  const took: number[] = [];
  let failed = 0;
  const meters = processes.map(({ pid }) => meterOf(pid));
  const used = () => meters.reduce((sum, meter) => sum + (meter.cpuMs() ?? 0), 0);
  const before = used();
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    people.map(async (person, number) => {
      for (let round = 0; performance.now() < end; round++) {
        const began = performance.now();
        const value = "abcd"[(round + number) % 4] as string;
        const answer = await send(person, `load-round-${round}`, value);
        await answer.arrayBuffer();
        if (answer.status !== 200) failed++;
        took.push(performance.now() - began);
      }
    }),
  );
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor(took.length * share)] ?? 0).toFixed(0);
  const cores = (used() - before) / 1000 / seconds;
  console.log(
    `${name}: ${students} students, ${(took.length / seconds).toFixed(0)} answers a second, median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, ${failed} failed, ${((cores * seconds * 1000) / took.length).toFixed(1)} ms of the app's CPU for each`,
  );
}

/** A guest in a quiz. What other tests have for it draws pages, which this cannot import outside of them. */
async function start(origin: string): Promise<Visitor> {
  const guest = new Visitor({ origin });
  await guest.get("/quizzes/in-transit-and-at-rest");
  await guest.submit("Start");
  return guest;
}

function send(guest: Visitor, client: string, value: string): Promise<Response> {
  const [, , attempt] = new URL(guest.page.url).pathname.split("/");
  const fields = [
    ["s1", "1"],
    ["q1", value],
  ];
  return guest.fetch(`/attempts/${attempt}/answers`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ client, answers: [{ slot: 1, seq: 1, ageMs: 0, fields }] }),
  });
}
