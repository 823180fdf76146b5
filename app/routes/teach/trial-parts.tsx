import type { TrialStudent } from "~/models/trial.server";
import { extraTime } from "~/text";

export const notReady = "There is nothing to try yet: the quiz has no question, or too few to draw from.";

/** Students to choose from, each with what they always get. The value is their class and their id. */
export function studentOptions(students: TrialStudent[], withClass: boolean): [value: string, words: string][] {
  return students.map(({ classId, personId, name, className, timeFactor, noTimer }) => {
    const gets = [timeFactor > 1 ? extraTime(timeFactor) : null, noTimer ? "no clock" : null].filter(Boolean);
    const words = [withClass ? `${className}: ${name}` : name, ...gets].join(", ");
    return [`${classId} ${personId}`, words];
  });
}

/** The trial that is under way, before a new one takes its place. */
export function OpenTrial({ open }: { open: { id: string; title: string } | null }) {
  if (!open) return null;
  return (
    <p className="said is-waiting">
      <span />
      <span>
        Your trial of “{open.title}” is not handed in. <a href={`/attempts/${open.id}`}>Go on with it</a>, or start
        another one below, which throws it away.
      </span>
    </p>
  );
}
