import { setTimeout as sleep } from "node:timers/promises";

/** One line of the server's log at level debug. */
type Answered = { path: string; status: number; ms: number };

/**
 * Reads how long the server itself took for an answer: from the arrival of the request to its last byte.
 * @param output all that the server has printed so far
 * @returns gives, for the path that was asked for last, the milliseconds of that answer, which must have been read whole
 */
export function serverLog(output: () => string): (path: string) => Promise<number> {
  let from = 0;
  return async (path) => {
    for (let waited = 0; waited < 2000; waited++) {
      const end = output().lastIndexOf("\n");
      const lines = output().slice(from, end).split("\n");
      const line = lines.filter((one) => one.startsWith("{")).map((one) => JSON.parse(one) as Answered);
      const last = line.findLast((one) => one.path === path);
      if (last) {
        from = end + 1;
        return last.ms;
      }
      await sleep(1);
    }
    throw new Error(`The server's log says nothing of ${path}.`);
  };
}
