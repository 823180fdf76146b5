import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** A small disk of its own, which can be filled to the last byte. */
export class Disk {
  private constructor(readonly dir: string) {}

  /** @returns null where this machine lets nobody mount one */
  static mount(folder: string, megabytes: number): Disk | null {
    const dir = fs.mkdtempSync(path.join(folder, "disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0777`, "tmpfs", dir], { stdio: "ignore" });
    } catch {
      return null;
    }
    const disk = new Disk(dir);
    mounted.add(disk);
    return disk;
  }

  /** Leaves no room. */
  fill(): void {
    const file = fs.openSync(this.ballast, "a");
    try {
      for (const size of [1 << 20, 1 << 12])
        for (;;)
          try {
            if (fs.writeSync(file, Buffer.alloc(size)) < size) break;
          } catch {
            break;
          }
    } finally {
      fs.closeSync(file);
    }
  }

  empty(): void {
    fs.rmSync(this.ballast, { force: true });
  }

  unmount(): void {
    mounted.delete(this);
    execFileSync("umount", ["-l", this.dir], { stdio: "ignore" });
  }

  private get ballast(): string {
    return path.join(this.dir, "ballast");
  }
}

const mounted = new Set<Disk>();
process.on("exit", () => {
  for (const disk of mounted) disk.unmount();
});
