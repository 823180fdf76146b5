import { setTimeout as sleep } from "node:timers/promises";
import { Cluster } from "../cluster/cluster";
import { type Keyhole, startKeyhole } from "../keyhole";
import { Disk } from "./disk";
import type { Fault, Stage } from "./drive";
import { Line } from "./line";
import { admit, newPupils, prepare } from "./school";

/** One process of the app on the embedded store, on a small disk. @param folder for everything that it makes */
export async function onEmbedded(folder: string, students: number): Promise<Stage> {
  const disk = Disk.mount(folder, 400);
  const database = { DATA_DIR: `${disk?.dir ?? folder}/data` };
  const pupils = await newPupils(students);
  await prepare(database);
  await admit(database, pupils);
  const front = await Line.open([]);
  let app = await startKeyhole("embedded", database);
  const lead = () => {
    front.targets = [Number(new URL(app.origin).port)];
  };
  lead();
  const start = async () => {
    app = await startKeyhole("embedded", database);
    lead();
  };
  const slow: Fault = {
    kind: 4,
    name: "slow",
    async strike() {
      front.delay = 40;
      await sleep(800);
      process.kill(app.pid, "SIGSTOP");
      await sleep(800);
      process.kill(app.pid, "SIGCONT");
      front.delay = 0;
    },
  };
  const full: Fault = {
    kind: 5,
    name: "store full",
    async strike() {
      disk?.fill();
      await sleep(1500);
      disk?.empty();
    },
  };
  return {
    name: "embedded",
    origin: front.origin,
    pupils,
    database,
    faults: [killed(() => app, start), cut(front), slow, ...(disk ? [full] : [])],
    apps: () => [app],
    rest: () => app.stop(),
    async close() {
      await app.stop("SIGKILL");
      await front.close();
      disk?.unmount();
    },
  };
}

/** One process of the app on a Postgres of its own, on a small disk. */
export async function onPostgres(folder: string, students: number): Promise<Stage> {
  const disk = Disk.mount(folder, 400);
  const cluster = await Cluster.create(disk?.dir ?? folder);
  const pupils = await newPupils(students);
  const database = { DATABASE_URL: cluster.url };
  await prepare(database);
  await admit(database, pupils);
  const back = await Line.open([cluster.port]);
  const front = await Line.open([]);
  const env = { DATABASE_URL: cluster.url.replace(`:${cluster.port}/`, `:${back.port}/`) };
  let app: Keyhole;
  const start = async () => {
    app = await startKeyhole("postgres", env);
    front.targets = [Number(new URL(app.origin).port)];
  };
  await start();
  const stopped: Fault = {
    kind: 2,
    name: "Postgres stopped at once",
    async strike() {
      await cluster.stop("immediate");
      await sleep(800);
      await cluster.start();
    },
  };
  const slow: Fault = {
    kind: 4,
    name: "slow",
    async strike() {
      front.delay = back.delay = 30;
      await sleep(800);
      await back.hold(800);
      front.delay = back.delay = 0;
    },
  };
  const full: Fault = {
    kind: 5,
    name: "store full",
    async strike() {
      disk?.fill();
      await sleep(2000);
      disk?.empty();
      // It ends by itself when it can write no log.
      await sleep(300);
      if (!(await cluster.isRunning())) await cluster.start();
    },
  };
  return {
    name: "Postgres",
    origin: front.origin,
    pupils,
    database,
    faults: [killed(() => app, start), stopped, cut(front), slow, ...(disk ? [full] : [])],
    apps: () => [app],
    rest: () => app.stop(),
    async close() {
      await app.stop("SIGKILL");
      await front.close();
      await back.close();
      await cluster.remove();
      disk?.unmount();
    },
  };
}

const killed = (app: () => Keyhole, start: () => Promise<void>): Fault => ({
  kind: 1,
  name: "the app killed",
  async strike() {
    await app().stop("SIGKILL");
    await start();
  },
});

const cut = (front: Line): Fault => ({
  kind: 3,
  name: "lines cut",
  async strike() {
    await front.tear("request", 25);
    await front.tear("response", 25);
    front.cut();
  },
});
