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

const read = (file: string) => fs.readFileSync(file, "utf8");

function orNull<Value>(ask: () => Value): Value | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
