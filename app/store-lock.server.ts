import fs from "node:fs";
import path from "node:path";

/**
 * Makes this process the only one that opens an embedded store; two of them on one folder lose data silently.
 * A lock is a file `<dir>.lock.<n>` made with O_EXCL; the highest n decides. A holder that died is followed by n + 1,
 * and the last file is never removed, so two processes that both saw the dead one cannot both win.
 * @returns a function that gives the lock up
 * @throws Error when a living process holds the store
 */
export function lockStore(dir: string): () => void {
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  for (;;) {
    const highest = Math.max(0, ...generations(dir));
    const holder = highest ? fs.readFileSync(file(dir, highest), "utf8") : "";
    if (isAlive(holder))
      throw new Error(`The store ${dir} is in use by process ${holder.split(" ")[0]}: stop that one first.`);
    const mine = highest + 1;
    try {
      fs.writeFileSync(file(dir, mine), identity(process.pid), { flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw error;
    }
    const others = generations(dir).filter((n) => n !== mine);
    if (others.some((n) => n > mine)) {
      fs.rmSync(file(dir, mine), { force: true });
      continue;
    }
    for (const n of others) fs.rmSync(file(dir, n), { force: true });
    return () => fs.writeFileSync(file(dir, mine), "");
  }
}

const file = (dir: string, n: number) => `${dir}.lock.${n}`;

function generations(dir: string): number[] {
  const prefix = `${path.basename(dir)}.lock.`;
  return fs
    .readdirSync(path.dirname(dir))
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)));
}

/** Process id and, where the system tells it, when the process began: ids are used again after a restart. */
function identity(pid: number): string {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return `${pid}`;
  }
}

function isAlive(holder: string): boolean {
  const pid = Number(holder.split(" ")[0]);
  if (!pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return !holder.includes(" ") || identity(pid) === holder;
}
