import type { itemVersions } from "#drizzle/schema";
import type { Feedback, Outcome, ReviewRow, Standing } from "~/interactions/contract";
import { interactions } from "~/interactions/registry.server";
import { delivered } from "./attempt.server";
import { type Correction, corrections, keyInForce, type Repair } from "./correction.server";
import type { ReadOn } from "./lesson.server";
import { isByHand, type MarkGiven } from "./mark-log.server";
import type { Shown } from "./review-matrix";

/** One answered question looked back at, with as much as its reader is shown. */
export type ReviewedQuestion = {
  slot: number;
  /** The number by which the student knows it. */
  place: number;
  /** Which of the layout's sections it stands in. */
  section: number | null;
  points: number;
  /** False for a question for an opinion: nobody marks it. */
  scored: boolean;
  stem: string;
  interaction: keyof typeof interactions;
  shown: Shown;
  /** Null while it waits for a person to mark it, and while marks are not shown. */
  score: number | null;
  standing: Standing;
  rows: (ReviewRow & { because?: string | undefined })[];
  /** Feedback that belongs to the whole answer and not to a line. */
  replies: string[];
  outcome: Outcome | null;
  worked: string | null;
  explanation: string;
  read: ReadOn | null;
  hintTaken: boolean;
  /** How sure the student said to be, 1 to 3. */
  confidence: number | null;
  /** How often the answer was checked during the attempt. */
  checks: number;
  /** For answers that a person marks: what was written, the model answer, the rubric. */
  byHand: { text: string; model: string; rubric: { points: number; criterion: string }[]; note: string } | null;
  /** What the person said who gave the mark that stands. */
  comment: string | null;
  /** Whether a person gave another mark than the answer earned by itself. */
  overridden: boolean;
  corrections: Correction[];
  /** Taken out of the quiz by a correction. */
  dropped: boolean;
  /** For teachers: every change of the mark, the newest first. */
  history: MarkGiven[];
};

/** What is stored of one answer, and what belongs to it. `score` and `fraction` are null while it waits. */
export type Answered = {
  slot: number;
  place: number;
  section: number | null;
  points: number;
  version: typeof itemVersions.$inferSelect;
  response: unknown;
  fraction: number | null;
  score: number | null;
  hintTaken: boolean;
  confidence: number | null;
  checks: number;
  /** 0..1, what each check after the first cost. */
  tryPenalty: number;
  history: MarkGiven[];
  repairs: Repair[];
  read: ReadOn | null;
};

/**
 * Looks back at one answer. What is not shown is not in what comes back, so that no page can tell it by accident.
 * @param attempt for the order in which the question was asked
 */
export function lookBack(
  answered: Answered,
  attempt: { seed: number; layout: unknown },
  shown: Shown,
): ReviewedQuestion {
  const { slot, place, section, points, version, response: stored, fraction, score, history, repairs } = answered;
  const interaction = version.interaction as ReviewedQuestion["interaction"];
  const type = interactions[interaction];
  const body = delivered(interaction, version.body, attempt, slot);
  const feedback = version.feedback as Feedback;
  const response = type.response.safeParse(stored).data ?? null;
  const asked = { slot, place, section, points, stem: version.stem, interaction, shown };
  if (version.key === null) return opinion(answered, asked, type.review(body, null, response), response);
  const key = keyInForce(interaction, body, version.key, repairs, response);
  const full: ReviewRow[] = type.review(body, key, response);
  const lines = linesShown(type.review(body, null, response), full, shown);
  const told = new Set(full.map((line) => line.code));
  const own = type.grade(body, key, response);
  // An answer that was tried is as right as it is, whatever the tries before it cost.
  const tried = answered.checks > 0 && own !== null && !isByHand(history);
  return {
    ...asked,
    scored: true,
    score: shown.marks ? score : null,
    standing: shown.correctness || response === null ? standing(tried ? own : fraction, response) : "untold",
    // The code of a line names its verdict.
    rows: lines.map(({ code, ...line }) => ({
      ...line,
      ...(code && shown.correctness ? { code } : {}),
      because: code && (line.picked || shown.key) && shown.feedback ? feedback.texts[code] : undefined,
    })),
    replies: shown.feedback
      ? type
          .faults(body, key, response)
          .filter((code: string) => !told.has(code))
          .flatMap((code: string) => feedback.texts[code] ?? [])
      : [],
    outcome: shown.key ? (type.outcome?.(body, key, response) ?? null) : null,
    // A mark that a person or a correction gave did not come about by this arithmetic.
    worked:
      points > 0 && shown.marks && shown.key && fraction !== null && fraction < 1
        ? own === fraction
          ? (type.worked?.(body, key, response, points) ?? null)
          : tried
            ? tryingWords(answered, fraction)
            : null
        : null,
    explanation: shown.key ? feedback.explanation : "",
    read: shown.feedback ? answered.read : null,
    hintTaken: answered.hintTaken,
    confidence: answered.confidence,
    checks: answered.checks,
    byHand:
      type.marking === "by hand" ? { text: response?.text ?? "", ...(shown.key ? written(key) : unwritten) } : null,
    comment: shown.marks && isByHand(history) ? (history.find((one) => one.repairId === null)?.comment ?? null) : null,
    overridden: shown.marks && isByHand(history) && type.marking === "automatic",
    corrections: shown.marks ? corrections(repairs, history) : [],
    dropped: points === 0 && repairs.some((one) => one.kind === "drop" && one.undoneAt === null),
    history,
  };
}

/** The arithmetic of an answer that was checked on the way. */
function tryingWords({ checks, tryPenalty, points }: Answered, fraction: number): string {
  const often = checks === 1 ? "once" : `${checks} times`;
  return `Checked ${often}, and what was changed after the last check counts as one more. Each after the first costs ${Math.round(tryPenalty * 100)} %, the best one counts: ${points} × ${Math.round(fraction * 1000) / 1000}`;
}

type Asked = Pick<ReviewedQuestion, "slot" | "place" | "section" | "points" | "stem" | "interaction" | "shown">;

/** A question for an opinion has nothing to hold back: what was answered, and what its author says to everybody. */
function opinion(of: Answered, asked: Asked, lines: ReviewRow[], response: unknown): ReviewedQuestion {
  const { explanation } = of.version.feedback as Feedback;
  return {
    ...{ ...asked, scored: false, score: null, standing: response === null ? "blank" : "unmarked" },
    ...{ rows: lines, replies: [], outcome: null, worked: null, explanation, read: of.read },
    ...{ hintTaken: of.hintTaken, confidence: of.confidence, checks: 0, byHand: null, comment: null },
    ...{ overridden: false, corrections: [], dropped: false, history: [] },
  };
}

type Written = Pick<NonNullable<ReviewedQuestion["byHand"]>, "model" | "rubric" | "note">;
const written = ({ model, rubric, note }: Written): Written => ({ model, rubric, note });
const unwritten: Written = { model: "", rubric: [], note: "" };

/**
 * The lines of a review as far as they are shown. Without the key only what was given stands there, in the order in which
 * a review without a key has it, since the other order tells; how it stands is taken over where the lines are the same.
 */
function linesShown(bare: ReviewRow[], full: ReviewRow[], shown: Shown): ReviewRow[] {
  if (shown.key && shown.correctness) return full;
  if (shown.key) return full.map((line) => ({ ...line, standing: line.standing === "missed" ? "missed" : "untold" }));
  const named = new Map(full.filter(({ picked }) => picked).map((line) => [line.text, line]));
  return bare.map((line) => {
    const twin = line.picked ? named.get(line.text) : undefined;
    if (!twin) return { ...line, standing: "untold" };
    return {
      ...line,
      standing: shown.correctness ? twin.standing : "untold",
      ...(twin.code ? { code: twin.code } : {}),
    };
  });
}

function standing(fraction: number | null, response: unknown): Standing {
  if (response === null) return "blank";
  if (fraction === null) return "waiting";
  return fraction === 1 ? "right" : fraction === 0 ? "wrong" : "partly";
}
