import fs from "node:fs";
import postgres from "postgres";

/** What the processes of Postgres that answer clients used so far, as Linux counts it: see `postgresMeter`. */
export type PostgresMeter = { cpuMs(): number | null };

/**
 * The CPU time of a Postgres server on this machine: its processes that answer clients and the writer of its log. What tidies
 * up behind them by its own clock is left out, or the figure would depend on when one looks.
 * @param url of any of its databases
 * @returns milliseconds of all that ran since then; null where the system does not tell
 */
export async function postgresMeter(url: string): Promise<PostgresMeter> {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql`select pg_backend_pid() as pid`;
  let parent = "";
  try {
    parent = /^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${row?.pid}/status`, "utf8"))?.[1] ?? "";
  } catch {}
  await sql.end();
  // Who has ended is remembered, or the sum would fall.
  const used = new Map<string, number>();
  return {
    cpuMs() {
      try {
        for (const pid of fs.readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").split(" "))
          if (pid) readInto(used, pid);
        return [...used.values()].reduce((sum, one) => sum + one, 0);
      } catch {
        return null;
      }
    },
  };
}

function readInto(used: Map<string, number>, pid: string): void {
  try {
    const title = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8");
    if (/autovacuum|checkpointer|background writer|logical replication/.test(title)) return;
    used.set(pid, Number(fs.readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6);
  } catch {
    // It ended just now.
  }
}
