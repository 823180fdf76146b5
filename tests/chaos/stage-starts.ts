import fs from "node:fs";
import { sql } from "drizzle-orm";
import { rows } from "~/db.server";
import { Cluster } from "../cluster/cluster";
import { type Keyhole, startKeyhole } from "../keyhole";
import type { Fault, Stage } from "./drive";
import { Line } from "./line";
import { admit, newPupils, within } from "./school";

/** Six processes of the app that are started at once on an empty database, while students knock. */
export async function onEmpty(folder: string, students: number): Promise<Stage> {
  const cluster = await Cluster.create(folder);
  const database = { DATABASE_URL: cluster.url };
  const pupils = await newPupils(students);
  const front = await Line.open([]);
  let apps: Keyhole[] = [];
  const starts: Fault = {
    kind: 9,
    name: "six started at once on nothing",
    async strike() {
      const six = Array.from({ length: 6 }, () => startKeyhole("postgres", { ...database, DATABASE_POOL: "5" }));
      apps = (await Promise.allSettled(six)).flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
      if (apps.length < 6) throw new Error(`Of six processes ${apps.length} started.`);
      await within(database, async () => {
        const [made] = await rows<{ n: number }>(sql`select count(*)::int as n from drizzle.__drizzle_migrations`);
        const files = fs.readdirSync("drizzle/migrations").filter((name) => name.endsWith(".sql"));
        if (made?.n !== files.length) throw new Error(`${made?.n} migrations were applied, of ${files.length}.`);
      });
      await admit(database, pupils);
      front.targets = apps.map(({ origin }) => Number(new URL(origin).port));
    },
  };
  return {
    name: "6 processes",
    origin: front.origin,
    pupils,
    database,
    faults: [starts],
    apps: () => apps,
    async rest() {
      await Promise.all(apps.map((app) => app.stop()));
    },
    async close() {
      await Promise.all(apps.map((app) => app.stop("SIGKILL")));
      await front.close();
      await cluster.remove();
    },
  };
}
