import type { SeenItem } from "~/access/rights";
import type { Feedback, ReviewRow } from "~/interactions/contract";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import { type Question, ruleOf } from "./attempt.server";
import { codeWords } from "./code-words";
import type { ItemDraft } from "./item.server";
import { listEntries } from "./ledger.server";
import { placesToRead, type ReadOn } from "./lesson.server";
import { findObjectives, type Objective } from "./objective.server";

/** What an author reads behind a question: its key and all that is said about answers. */
export type KeyView = {
  scored: boolean;
  /** The lines of the right answer as a review shows them, with the feedback and the misconceptions of each. */
  rows: (ReviewRow & { because?: string | undefined; misconceptions: string[] })[];
  /** Feedback and misconceptions of answers that are no line of their own. */
  others: { answer: string; text: string; misconceptions: string[] }[];
  byHand: { model: string; rubric: { points: number; criterion: string }[]; note: string } | null;
  explanation: string;
  hints: string[];
  read: ReadOn | null;
  sources: string[];
  objectives: Objective[];
};

/** A question as an attempt would deliver it, in the order in which its author wrote it. */
export function asDelivered({
  interaction,
  stem,
  body,
  key,
}: Pick<ItemDraft, "interaction" | "stem" | "body" | "key">): Question {
  const place = { slot: 1, place: 1, section: null, points: 1, scored: key !== null };
  const untouched = {
    response: null,
    answered: false,
    confidence: null,
    drawn: "",
    flagged: false,
    hints: [],
    moreHints: false,
  };
  const rule = key === null ? null : ruleOf(interaction, body, key);
  return { ...place, ...untouched, interaction, stem, body, rule, checkable: false };
}

export async function keyView(version: SeenItem["newest"]): Promise<KeyView> {
  const { body, key } = version;
  const type = interactions[version.interaction as InteractionName];
  const feedback = version.feedback as Feedback;
  const ideas = new Map((await listEntries("misconception")).map(({ id, idea }) => [id, idea]));
  const behind = (code: string | undefined) =>
    (feedback.misconceptions[code ?? ""] ?? []).map((id) => ideas.get(id) ?? id);
  const lines: ReviewRow[] =
    key === null || type.marking === "by hand" ? [] : type.review(body, key, type.solution(body, key));
  const shown = new Set(lines.map(({ code }) => code));
  const codes = new Set([...Object.keys(feedback.texts), ...Object.keys(feedback.misconceptions)]);
  const places = [...(await placesToRead())];
  const { read } = version;
  return {
    scored: key !== null,
    rows: lines.map((row) => ({ ...row, because: feedback.texts[row.code ?? ""], misconceptions: behind(row.code) })),
    others: [...codes]
      .filter((code) => !shown.has(code))
      .map((code) => ({
        answer: codeWords(code, body, key),
        text: feedback.texts[code] ?? "",
        misconceptions: behind(code),
      })),
    byHand: key !== null && type.marking === "by hand" ? (key as KeyView["byHand"]) : null,
    explanation: feedback.explanation,
    hints: version.hints,
    read: places.find(([place]) => place === read || place.endsWith(`/${read}`))?.[1] ?? null,
    sources: version.sources,
    objectives: await findObjectives(version.objectives),
  };
}
