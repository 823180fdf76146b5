import { z } from "zod";
import { observers } from "~/lab/model";

const kinds: Record<string, string> = {
  order: "A wrong order",
  right: "The right answer",
  goal: "All that was asked for",
  "tf.true": "The verdict “true”",
  "tf.false": "The verdict “false”",
};
const Part = z.object({ id: z.string(), text: z.string() });

/**
 * What a code such as `option.b` stands for in one question, in its own words: the text of the option, the gap and the
 * word in it. What cannot be found is the code itself.
 */
export function codeWords(code: string, body: unknown, key: unknown): string {
  const named = kinds[code];
  if (named) return named;
  const dot = code.indexOf(".");
  const [kind, rest] = [code.slice(0, dot), code.slice(dot + 1)];
  if (kind === "near") return (key as { near?: string[] } | null)?.near?.[Number(rest)] ?? code;
  if (kind === "answer") return rest;
  const whole = find(body, rest);
  if (whole) return whole.text ?? code;
  const [first = "", ...others] = rest.split(".");
  const holder = find(body, first);
  const second = others.join(".");
  const inside = holder ? (find(holder.value, second)?.text ?? second) : second;
  const name = holder?.text ?? observers.find(({ id }) => id === first)?.name ?? `${kind} ${first}`;
  return inside ? `${name}: ${inside}` : name;
}

/** Whatever has this id, at any depth. */
function find(value: unknown, id: string): { value: object; text?: string } | undefined {
  if (value === null || typeof value !== "object") return undefined;
  if (!Array.isArray(value) && (value as { id?: unknown }).id === id) {
    const part = Part.safeParse(value);
    return { value, ...(part.success ? { text: part.data.text } : {}) };
  }
  for (const inner of Object.values(value)) {
    const found = find(inner, id);
    if (found) return found;
  }
  return undefined;
}
