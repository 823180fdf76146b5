/*
 * Who of a class needs a person now. Pure: ages in, standing out.
 *
 * Kolibri flags whoever had four answers wrong in all, so that those who work hardest are flagged first. Here wrong tries
 * alone flag nobody: only who is still at the question that they got wrong is stuck, and who went on is not.
 */
import { median } from "~/statistics/moments";

/** Seconds without anything after which somebody under way is away. */
export const awayAfter = 300;
/** The time between two steps, in seconds, while a class has taken too few to measure it. */
export const usualPace = 120;
/** So many steps of the class are needed before its own pace is used. */
const stepsNeeded = 5;
/** A class that clicks through easy questions must not light up after seconds. */
export const patience = 60;
/** So many checks of one question, none of them right. */
const triesTooMany = 3;

/** What one student has done at one assignment. */
export type Progress = {
  state: "not started" | "under way" | "finished";
  /** Seconds since anything of theirs arrived: a start, an answer, a check, a section opened. */
  quiet: number;
  /** How often the question that they touched last was checked, and whether a check of it was right. */
  newest: { tries: number; right: boolean } | null;
};

export type Standing = "stuck: tries" | "stuck: time" | "away" | "not started" | "working" | "finished";

/**
 * The seconds between one step and the next. What took longer than `awayAfter` was a break and no step.
 * @param times in seconds at which one student started and did each thing, in any order
 */
export function gapsOf(times: number[]): Float64Array {
  const sorted = Float64Array.from(times).sort();
  return sorted
    .subarray(1)
    .map((time, index) => time - (sorted[index] as number))
    .filter((gap) => gap > 0 && gap <= awayAfter);
}

/**
 * The class's usual time between two steps in seconds: the median over all its students, of at least five.
 * @param gaps for each student what `gapsOf` gives
 */
export function paceOf(gaps: Float64Array[]): number {
  const all = new Float64Array(gaps.reduce((sum, own) => sum + own.length, 0));
  let at = 0;
  for (const own of gaps) {
    all.set(own, at);
    at += own.length;
  }
  return all.length < stepsNeeded ? usualPace : median(all);
}

/** How long somebody may take over one thing before they count as stuck: twice the class's pace, a minute at least. */
export const stuckAfter = (pace: number) => Math.max(patience, 2 * pace);

/**
 * Where one student stands. Stuck is who checked the question they did last three times without a right answer, or from
 * whom nothing came for twice the class's usual time; from five minutes on nobody is there, as far as one can see from here.
 * @param pace of the class, as `paceOf` gives it
 */
export function standingOf({ state, quiet, newest }: Progress, pace: number): Standing {
  if (state !== "under way") return state;
  if (newest && !newest.right && newest.tries >= triesTooMany) return "stuck: tries";
  if (quiet >= awayAfter) return "away";
  return quiet >= stuckAfter(pace) ? "stuck: time" : "working";
}

const order: Standing[] = ["stuck: tries", "stuck: time", "away", "working", "not started", "finished"];

/** To whom one goes first; a smaller number comes first. */
export const urgency = (standing: Standing) => order.indexOf(standing);
