import { type Job, runIfDue } from "./models/job.server";
import { expire } from "./models/retention.server";

const daily: Job[] = [{ name: "retention", everyHours: 24, run: expire }];
const lookMinutes = 15;

/**
 * From now on does what is due: at once, and when its time comes. All processes of an installation do, and each thing is done
 * by one of them. A database that is away now is asked again at the next look.
 * @returns ends it, and waits for what is being done
 */
export function startJobs(say: (error: unknown) => void): () => Promise<void> {
  let under: Promise<void> = Promise.resolve();
  const look = () => {
    under = under.then(async () => {
      for (const job of daily) await runIfDue(job).catch(say);
    });
  };
  look();
  const timer = setInterval(look, lookMinutes * 60_000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}
