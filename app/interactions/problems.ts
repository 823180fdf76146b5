import type { z } from "zod";
import type { Interaction, Problem, Written } from "./contract";
import { longestText, mostRows } from "./form-rows";
import { keyProblems } from "./key-problems";

/**
 * What an author still has to mend in the fields of the type: each at the field where it is mended, in words for authors.
 * None when the question can be marked. Missing feedback is not among them. A null key (an opinion) is not looked at.
 */
export function problemsOf<Body, Key, Response>(type: Interaction<Body, Key, Response>, written: Written): Problem[] {
  const body = type.body.safeParse(written.body);
  const key = written.key === null ? null : type.key.safeParse(written.key);
  const problems = [
    ...tooMuch({ body: written.body, key: written.key, text: written.texts }),
    ...(body.error?.issues ?? []).map((issue) => problem(written, ["body", ...issue.path], issue)),
    ...(key?.error?.issues ?? []).map((issue) => problem(written, ["key", ...issue.path], issue)),
  ];
  if (problems.length > 0 || !body.success || !key?.success) return problems;
  return keyProblems(type, body.data, key.data).map((message) => ({ path: "key", message: sentence(message) }));
}

/** Fields and lists that hold more than may be stored. */
function tooMuch(value: unknown, path: string[] = []): Problem[] {
  const say = (message: string) => [{ path: path.join("."), message }];
  if (typeof value === "string")
    return value.length > longestText ? say(`Use at most ${longestText} characters: these are ${value.length}.`) : [];
  if (typeof value !== "object" || value === null) return [];
  const rows = Array.isArray(value);
  return [
    ...(rows && value.length > mostRows ? say(`Use at most ${mostRows}: these are ${value.length}.`) : []),
    ...Object.entries(value).flatMap(([step, part]) => tooMuch(part, [...path, rows ? rowOf(part, step) : step])),
  ];
}

/** A row goes by its id where it has one, else by its number. */
function rowOf(row: unknown, number: number | string): string {
  const id = (row as { id?: unknown } | undefined)?.id;
  return typeof id === "string" ? id : String(number);
}

function problem(written: Written, path: PropertyKey[], issue: z.core.$ZodIssue): Problem {
  return { path: fieldAt(written, path), message: sentence(inWords(issue)) };
}

/** The field in which the value at `path` is written. */
function fieldAt(written: Written, path: PropertyKey[]): string {
  let value: unknown = written;
  return path
    .map((step) => {
      value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
      return typeof step === "number" ? rowOf(value, step) : String(step);
    })
    .join(".");
}

/** A message that our schemas wrote themselves stays; zod's own ones speak of arrays and strings. */
function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom" || !/^(Invalid|Too (small|big)|Unrecognized)/.test(issue.message)) return issue.message;
  if (issue.code === "too_small" && issue.origin === "array") return `At least ${issue.minimum} are needed`;
  if (issue.code === "too_small" && issue.origin === "string") return "Something has to be written here";
  if (issue.code === "too_small") return `The number has to be ${issue.minimum} or more`;
  if (issue.code === "invalid_type" && ["number", "int"].includes(issue.expected)) return "This has to be a number";
  return "Something has to be chosen or written here";
}

function sentence(words: string): string {
  const begun = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
