import { forgetHanded } from "./kept";
import { answerQueue } from "./queue";

/**
 * On the page of an attempt that is over: what this device still keeps of it goes to the school's log, so that nothing
 * typed is lost even where it does not count any more.
 */
export async function sendLeftOvers(attempt: string): Promise<void> {
  await forgetHanded(attempt);
  let late = false;
  const queue = answerQueue(attempt, "left-overs", {
    told: (_, state) => {
      late ||= state === "too late";
    },
    standing: () => {},
  });
  if ((await queue.restore()).length === 0) return;
  await queue.flush();
  if (late) location.reload();
}
