import { guesserShare } from "~/interactions/guesser";
import { keyProblems } from "~/interactions/key-problems";
import { interactions } from "~/interactions/registry.server";
import { codeWords } from "./code-words";
import type { ItemDraft } from "./item.server";

/** One thing to know before a question is used. An error keeps it a draft, a warning may be passed by. */
export type Finding = { rule: string; level: "error" | "warning" | "note"; says: string };

const longStem = 60;
const telling = 1.5;

/** Reads a question as a careful colleague would. Body and key have passed their schemas; a null key asks for an opinion. */
export function lint(item: ItemDraft): Finding[] {
  const scored = item.key !== null;
  const rules = [
    pictures,
    duplicates,
    aboves,
    long,
    ...(scored ? [keys, explanation, feedback, objective, length, guesser, misconceptions] : [opinion]),
  ];
  return rules.flatMap((rule) => rule(item));
}

export const isBlocked = (findings: Finding[]) => findings.some(({ level }) => level === "error");

function keys({ interaction, body, key }: ItemDraft): Finding[] {
  return keyProblems(interactions[interaction], body, key).map((problem) => error("key", `${sentence(problem)}`));
}

function duplicates({ body }: ItemDraft): Finding[] {
  return listsIn(body).flatMap((list) => {
    const words = list.map((text) => text.toLowerCase().replace(/\s+/g, " ").trim());
    return [...new Set(list.filter((_, index) => words.indexOf(words[index] as string) < index))].map((text) =>
      error("duplicate", `“${text}” is offered twice.`),
    );
  });
}

/** Pictures written as Markdown: a screen reader reads what stands between the brackets. */
function pictures({ stem, explanation, texts, hints }: ItemDraft): Finding[] {
  const silent = [stem, explanation, ...hints, ...Object.values(texts)].some((text) => /!\[\s*\]\s*[([]/.test(text));
  return silent ? [error("alt", "A picture has no text that says what it shows. Write it between the brackets.")] : [];
}

function explanation({ explanation }: ItemDraft): Finding[] {
  return explanation.trim()
    ? []
    : [error("explanation", "There is no explanation: a student who was wrong does not learn why.")];
}

function feedback({ interaction, body, key, texts }: ItemDraft): Finding[] {
  const type = interactions[interaction];
  const silent = type.codes(body, key).filter((code) => !texts[code]?.trim());
  return silent.length > 0
    ? [
        warning(
          "feedback",
          `No feedback for ${named(silent, body, key)}. Whoever answers so reads only the explanation.`,
        ),
      ]
    : [];
}

function objective({ objectives }: ItemDraft): Finding[] {
  return objectives.length > 0
    ? []
    : [warning("objective", "No objective is chosen, so no report by objective counts this question.")];
}

function long({ stem }: ItemDraft): Finding[] {
  const words = stem.split(/\s+/).filter(Boolean).length;
  return words > longStem
    ? [warning("long", `The question has ${words} words. More than ${longStem} tests reading as well.`)]
    : [];
}

function aboves({ body }: ItemDraft): Finding[] {
  const found = listsIn(body)
    .flat()
    .filter((text) => /\b(all|none|both|neither) of (the )?(above|these|those)\b/i.test(text));
  return found.map((text) =>
    warning(
      "above",
      `“${text}” points at other options. They are shuffled, and partial knowledge is enough to see it.`,
    ),
  );
}

/** A right option that is clearly longer than every wrong one gives itself away. */
function length({ interaction, body, key }: ItemDraft): Finding[] {
  const type = interactions[interaction];
  const rows = type.review(body, key, type.solution(body, key));
  const size = (standing: string) => rows.filter((row) => row.standing === standing).map((row) => row.text.length);
  const [right, wrong] = [size("right"), size("left")];
  if (right.length === 0 || wrong.length < 2) return [];
  const [shortest, longest] = [Math.min(...right), Math.max(...wrong)];
  return shortest > longest * telling && shortest > longest + 15
    ? [warning("length", "The right answer is clearly the longest. Length alone tells it.")]
    : [];
}

function guesser({ interaction, body, key }: ItemDraft): Finding[] {
  const share = guesserShare(interactions[interaction], body, key);
  if (share === null) return [];
  const says = `A guesser gets about ${Math.round(share * 100)} %.`;
  return share >= 0.5
    ? [warning("guesser", `${says} It says little about what somebody knows.`)]
    : [{ rule: "guesser", level: "note", says }];
}

function misconceptions({ interaction, body, key, misconceptions }: ItemDraft): Finding[] {
  const type = interactions[interaction];
  const fine = new Set(type.faults(body, key, type.solution(body, key)));
  const nameless = type.codes(body, key).filter((code) => !fine.has(code) && !misconceptions[code]?.length);
  return nameless.length > 0
    ? [{ rule: "misconception", level: "note", says: `No misconception is named for ${named(nameless, body, key)}.` }]
    : [];
}

function opinion(): Finding[] {
  return [{ rule: "opinion", level: "note", says: "This asks for an opinion: nobody marks it, and it has no points." }];
}

/** Every list of things with words that the body offers. */
function listsIn(value: unknown): string[][] {
  if (value === null || typeof value !== "object") return [];
  const inner = Object.values(value).flatMap(listsIn);
  const texts = Array.isArray(value) ? value.map((one) => (one as { text?: unknown } | null)?.text) : [];
  return texts.length > 0 && texts.every((text) => typeof text === "string") ? [texts as string[], ...inner] : inner;
}

const error = (rule: string, says: string): Finding => ({ rule, level: "error", says });
const warning = (rule: string, says: string): Finding => ({ rule, level: "warning", says });
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** The first few in words, and how many more there are. */
function named(codes: string[], body: unknown, key: unknown): string {
  const words = codes.slice(0, 4).map((code) => `“${codeWords(code, body, key)}”`);
  return codes.length > 4 ? `${words.join(", ")} and ${codes.length - 4} more` : words.join(", ");
}
