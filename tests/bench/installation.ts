import os from "node:os";
import type { Figure } from "./figure";
import { type Growth, measureGrowth, roomToGrow } from "./growth";
import { figureTable, growthTable } from "./growth-table";
import { measureInstall } from "./install";
import { measureMemory } from "./memory";
import { measureStarts } from "./start";

/** The same paths beside few and many answers, printed. @param flags of the command: fewer answers, or more */
export async function benchGrowth(flags: {
  quick?: boolean | undefined;
  growth?: boolean | undefined;
}): Promise<Growth> {
  const full = flags.growth ? roomToGrow() : null;
  if (full) console.log(full);
  const most = flags.growth && !full ? [1e6, 1e7] : [flags.quick ? 1e5 : 1e6];
  const growth = await measureGrowth([1e4, ...most], flags.quick ? 2 : 7);
  console.log(`${growthTable(growth)}\n`);
  return growth;
}

/** From a command to the first page, on disk and in memory, printed with how busy the machine was. */
export async function benchStart(quick: boolean): Promise<Figure[]> {
  const figures = [
    ...(await measureStarts(quick ? 1 : 3)),
    ...(await measureMemory(200, quick ? 3000 : 12_000, quick ? ["postgres"] : ["postgres", "embedded"])),
    ...measureInstall(),
  ];
  const load = os.loadavg().map((one) => one.toFixed(1));
  console.log(`${figureTable(figures)}\nload average ${load.join(", ")} on ${os.cpus().length} cores\n`);
  return figures;
}
