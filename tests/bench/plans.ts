import postgres from "postgres";
import { type Explained, explainAll, Overheard, type Plan } from "../counted/overheard";
import { startKeyhole } from "../keyhole";
import type { Askers, GrowthPath } from "./growth-paths";
import { signIn } from "./school";

/** One part of a plan that reads a table: how, by which index, how many rows it looked at, in how many goes. */
export type Scan = { how: string; table: string; index?: string; rows: number; loops: number };
/** What the statements of one request did in the database, as Postgres itself explained it when they ran. */
export type PathPlans = { statements: { text: string; scans: Scan[] }[]; rows: number };

type Named = Plan & { "Index Name"?: string };

/**
 * The plans of a path's statements, of the app's own and with its own values, after they were asked so often that Postgres
 * has settled on the plan that it keeps. By auto_explain, which comes with Postgres.
 */
export async function plansOf(one: Askers & { url: string }, paths: GrowthPath[]): Promise<PathPlans[]> {
  const sql = postgres(one.url, { max: 1 });
  const name = new URL(one.url).pathname.slice(1);
  for (const setting of explainAll) await sql.unsafe(`alter database ${name} set ${setting}`);
  await sql.end();
  const line = await Overheard.open(one.url);
  const keyhole = await startKeyhole("postgres", { DATABASE_URL: line.address, DATABASE_POOL: "1" });
  try {
    const askers = { school: one.school } as Askers;
    for (const who of ["teacher", "student", "saver"] as const) askers[who] = await signIn(keyhole, one.school, who);
    const found: PathPlans[] = [];
    for (const path of paths) {
      for (let time = 0; time < 7; time++) await path.ask(askers);
      await line.heard();
      await path.ask(askers);
      found.push(readOut((await line.heard()).plans));
    }
    return found;
  } finally {
    await keyhole.stop();
    await line.close();
  }
}

function readOut(plans: Explained[]): PathPlans {
  const statements = plans.map((one) => ({ text: one["Query Text"], scans: scansIn(one.Plan) }));
  return { statements, rows: statements.flatMap(({ scans }) => scans).reduce((sum, { rows }) => sum + rows, 0) };
}

/** Rows are looked at where a scan gives them or throws them away; a bitmap of an index counts where its table is read. */
function scansIn(plan: Named): Scan[] {
  const below = (plan.Plans ?? []).flatMap(scansIn);
  if (!plan["Relation Name"] || !/Scan$/.test(plan["Node Type"])) return below;
  const dropped = (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Index Recheck"] ?? 0);
  const index = plan["Index Name"] ?? indexBelow(plan);
  const rows = Math.round((plan["Actual Rows"] + dropped) * plan["Actual Loops"]);
  return [
    {
      how: plan["Node Type"],
      table: plan["Relation Name"],
      ...(index ? { index } : {}),
      rows,
      loops: plan["Actual Loops"],
    },
    ...below,
  ];
}

function indexBelow(plan: Named): string | undefined {
  for (const one of (plan.Plans ?? []) as Named[]) {
    const found = one["Index Name"] ?? indexBelow(one);
    if (found) return found;
  }
  return undefined;
}

/** A plan may look up one's own rows again where another did not: but not more of them, and no table of all whole. */
const most = { times: 2, whole: 1000 };

/** Whether requests among many answers look at no more rows than among few: the plans keep to what is the asker's own. */
export function keepsToOwn(plans: PathPlans[]): boolean {
  const [few, many] = [plans[0], plans.at(-1)];
  if (!few || !many) return true;
  const scans = many.statements.flatMap(({ scans }) => scans);
  const whole = scans.some(({ how, rows, loops }) => how === "Seq Scan" && rows / loops > most.whole);
  return !whole && many.rows <= few.rows * most.times;
}
