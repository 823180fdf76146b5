import fs from "node:fs";

/** What one process used so far, as Linux counts it; null elsewhere. */
export type Meter = {
  /** Milliseconds of CPU time of all its threads that still run. */
  cpuMs(): number | null;
  /** Resident memory in MB: now, and at its highest since it was asked for last. */
  memory(): { now: number; peak: number } | null;
};

export function meterOf(pid: number): Meter {
  const dir = `/proc/${pid}`;
  return {
    cpuMs: () =>
      orNull(() => {
        const threads = fs.readdirSync(`${dir}/task`).map((task) => read(`${dir}/task/${task}/schedstat`));
        return threads.reduce((sum, one) => sum + Number(one.split(" ")[0]), 0) / 1e6;
      }),
    memory: () =>
      orNull(() => {
        const status = read(`${dir}/status`);
        const mb = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]) / 1024;
        const found = { now: mb("VmRSS"), peak: mb("VmHWM") };
        // 5 lets the peak begin again from here: see proc(5).
        fs.writeFileSync(`${dir}/clear_refs`, "5");
        return found;
      }),
  };
}

/**
 * Milliseconds of CPU time of a process and its children, also of those that ended: Postgres has a child for each connection.
 * @returns null where the system does not count it as Linux does
 */
export function familyCpuMs(parent: number): number | null {
  return orNull(() => {
    const ran = (pid: string | number) => Number(read(`/proc/${pid}/schedstat`).split(" ")[0]) / 1e6;
    const children = fs.readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && parentOf(Number(pid)) === parent);
    const [user, system] = statOf(parent).slice(13, 15);
    // Of those that ended it counts in hundredths of a second.
    const ended = (Number(user) + Number(system)) * 10;
    return children.reduce((sum, pid) => sum + (orNull(() => ran(pid)) ?? 0), ran(parent) + ended);
  });
}

/** @returns null when it has ended */
export const parentOf = (pid: number): number | null => orNull(() => Number(statOf(pid)[1]));

/** What stands behind the name in /proc/pid/stat, which may hold anything: see proc(5). The first one is the state. */
const statOf = (pid: number) => read(`/proc/${pid}/stat`).split(") ").at(-1)?.split(" ") ?? [];

const read = (file: string) => fs.readFileSync(file, "utf8");

function orNull<Value>(ask: () => Value): Value | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
