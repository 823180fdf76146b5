import type { SeenItem } from "~/access/rights";
import type { Feedback } from "~/interactions/contract";
import { codeWords } from "./code-words";

type Version = SeenItem["newest"];
/** One thing that two versions say differently; null where one of them says nothing. */
export type Difference = { what: string; before: string | null; after: string | null };
/** A piece of a text: kept, only in the older one, only in the newer one. */
export type Piece = { text: string; kind: "same" | "gone" | "new" };

/** Everything that differs between two versions, in the order of the newer one. */
export function differences(before: Version, after: Version): Difference[] {
  const [old, now] = [new Map(said(before)), new Map(said(after))];
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((what) => ({ what, before: old.get(what) ?? null, after: now.get(what) ?? null }))
    .filter((one) => one.before !== one.after);
}

/** Two texts as one, word by word: the longest common run of words stays, the rest is gone or new. */
export function pieces(before: string, after: string): Piece[] {
  const [a, b] = [before.split(/(\s+)/), after.split(/(\s+)/)];
  const most = 4_000_000;
  if (a.length * b.length > most)
    return [
      { text: before, kind: "gone" },
      { text: after, kind: "new" },
    ];
  // length[i][j]: how many words a from i on and b from j on have in common.
  const length = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => length[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (length[i] as Uint16Array)[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const out: Piece[] = [];
  const put = (text: string, kind: Piece["kind"]) => {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== "") out.push({ text, kind });
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; )
    if (i < a.length && j < b.length && a[i] === b[j]) {
      put(a[i] as string, "same");
      i++;
      j++;
    } else if (i < a.length && (j >= b.length || at(i + 1, j) >= at(i, j + 1))) put(a[i++] as string, "gone");
    else put(b[j++] as string, "new");
  return out;
}

/** A version as labelled lines of text. */
function said(version: Version): [string, string][] {
  const { explanation, texts, misconceptions } = version.feedback as Feedback;
  const named = (code: string) => codeWords(code, version.body, version.key);
  return [
    ["Question", version.stem],
    ...flat(version.body, ""),
    ...(version.key === null
      ? [["Key", "none: it asks for an opinion"] as [string, string]]
      : flat(version.key, "Key")),
    ...Object.entries(texts).map(([code, text]): [string, string] => [`Feedback for ${named(code)}`, text]),
    ...Object.entries(misconceptions).map(([code, ids]): [string, string] => [
      `Misconception behind ${named(code)}`,
      ids.join(", "),
    ]),
    ["Explanation", explanation],
    ...version.hints.map((hint, index): [string, string] => [`Hint ${index + 1}`, hint]),
    ["Objectives", version.objectives.join(", ")],
    ["Difficulty", version.difficulty],
    ["Sources", version.sources.join(", ")],
    ["To read", version.read ?? ""],
  ];
}

function flat(value: unknown, label: string): [string, string][] {
  if (value === null || typeof value !== "object") {
    const text = typeof value === "boolean" ? (value ? "yes" : "no") : String(value ?? "");
    return [[label, text]];
  }
  const under = (name: string) => (label ? `${label}: ${name}` : `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== "object")) return [[label, value.join(", ")]];
    return value.flatMap((one, index) => {
      const { id, ...rest } = one as { id?: string };
      return flat(
        Object.keys(rest).join() === "text" ? (rest as { text: string }).text : rest,
        under(id ?? `${index + 1}`),
      );
    });
  }
  return Object.entries(value).flatMap(([name, inner]) => (name === "v" ? [] : flat(inner, under(name))));
}
