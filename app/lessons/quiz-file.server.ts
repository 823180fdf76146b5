import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { keyProblems } from "~/interactions/key-problems";
import { type InteractionName, interactionNames, interactions } from "~/interactions/registry.server";
import { ContentError, type Problem, type ReadFile, readYaml } from "./read-yaml.server";

const Secret = z.strictObject({}).loose();

export const ItemEntry = z.strictObject({
  id: z.string().regex(/^[A-Z0-9.]+$/, "is written in capitals, digits and points, like L1.Q01"),
  interaction: z.enum(interactionNames),
  objectives: z.array(z.string()).min(1, "an item needs at least one objective"),
  difficulty: z.enum(["easy", "medium", "hard"]),
  points: z.number().positive().max(100).optional(),
  sources: z.array(z.string()),
  read: z.string().optional(),
  stem: z.string().trim().min(1),
  body: Secret.default({}),
  key: Secret,
  hints: z.array(z.string().trim().min(1)).max(5).default([]),
  explanation: z.string().trim().min(1, "an item needs an explanation"),
  texts: z.record(z.string(), z.string()).default({}),
  misconceptions: z.record(z.string(), z.array(z.string())).default({}),
});

const QuizFile = z.strictObject({
  quiz: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().trim().min(1),
  lesson: z.string().optional(),
  practice: z.enum(["everybody", "class", "nobody"]),
  items: z.array(ItemEntry).min(1),
});
/** A check inside a lesson earns no points, and nobody plans a quiz by how hard it is. */
const CheckFile = z.strictObject({
  items: z.array(
    ItemEntry.extend({ points: z.undefined().optional(), difficulty: ItemEntry.shape.difficulty.default("easy") }),
  ),
});

/** An item as its author wrote it, with body and key parsed by its interaction. */
export type AuthoredItem = z.infer<typeof ItemEntry> & {
  interaction: InteractionName;
  file: string;
  line: number;
  lineOf(...field: PropertyKey[]): number;
};
export type AuthoredQuiz = {
  slug: string;
  title: string;
  lesson: string | null;
  practice: string;
  items: AuthoredItem[];
};

/** @throws ContentError */
export function readQuiz(file: string): AuthoredQuiz {
  const read = readYaml(file, QuizFile);
  const { quiz, title, lesson, practice } = read.value;
  const items = parseItems(read, read.value.items);
  const unweighed = items.find((item) => item.points === undefined);
  if (unweighed)
    throw new ContentError([
      { file, line: unweighed.line, field: `${unweighed.id} points`, message: "an item of a quiz needs points" },
    ]);
  return { slug: quiz, title, lesson: lesson ?? null, practice, items };
}

/** The files of all quizzes, by name. */
export function quizFiles(content: string): string[] {
  const folder = path.join(content, "quizzes");
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => path.join(folder, name));
}

/** The unscored checks inside lessons. @throws ContentError */
export function readChecks(content: string): AuthoredItem[] {
  const file = path.join(content, "checks.yaml");
  if (!fs.existsSync(file)) return [];
  const read = readYaml(file, CheckFile);
  return parseItems(read, read.value.items);
}

function parseItems(read: ReadFile<unknown>, entries: z.infer<typeof ItemEntry>[]): AuthoredItem[] {
  const problems: Problem[] = [];
  const items = entries.map((entry, index) => {
    const at = (...field: PropertyKey[]) => read.lineOf(["items", index, ...field]);
    const refuse = (field: string, message: string) =>
      problems.push({ file: read.file, line: at(...field.split(".")), field: `${entry.id} ${field}`, message });
    const type = interactions[entry.interaction];
    const body = type.body.safeParse({ v: 1, ...entry.body });
    const key = type.key.safeParse({ v: 1, ...entry.key });
    for (const [field, result] of [
      ["body", body],
      ["key", key],
    ] as const)
      for (const issue of result.error?.issues ?? []) refuse([field, ...issue.path].join("."), issue.message);
    if (body.success && key.success) {
      for (const problem of keyProblems(type, body.data, key.data)) refuse("key", problem);
      const codes: string[] = type.codes(body.data, key.data);
      for (const code of codes) if (!entry.texts[code]?.trim()) refuse("texts", `feedback for ${code} is missing`);
      for (const code of Object.keys(entry.texts))
        if (!codes.includes(code)) refuse(`texts`, `${code} is not an answer of this item`);
    }
    return { ...entry, body: body.data ?? {}, key: key.data ?? {}, file: read.file, line: at(), lineOf: at };
  });
  if (problems.length > 0) throw new ContentError(problems);
  return items;
}
