import { z } from "zod";
import type { EditedItem } from "~/access/rights";
import type { Problem, Written } from "~/interactions/contract";
import { typed } from "~/interactions/form";
import { problemsOf } from "~/interactions/problems";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import { readWritten } from "~/interactions/written";
import { type Change, draftOf } from "./item.server";
import type { Writing } from "./item-edit.server";
import { listEntries } from "./ledger.server";
import { placesToRead } from "./lesson.server";
import { listObjectives } from "./objective.server";

/** A word or two that a teacher puts on questions to find them again. */
export const Tag = z
  .string("Type a tag.")
  .transform((tag) => tag.replace(/\s+/g, " ").replaceAll("\0", "").trim())
  .refine((tag) => tag !== "" && tag.length <= 40 && !tag.includes(","), "Use at most 40 characters and no comma.");

const mostHints = 5;

/** The fields of the form that all question types share, as they were typed. */
export type ItemFields = {
  stem: string;
  explanation: string;
  hints: string[];
  difficulty: string;
  objectives: string[];
  tags: string;
  sources: string;
  read: string;
  opinion: boolean;
  shared: boolean;
  change: string;
};

/** A question as it is being written: everything typed is in it, whole or not. */
export type ItemForm = {
  interaction: InteractionName;
  /** The version that the writer had before her; 0 for a new question. */
  madeFrom: number;
  fields: ItemFields;
  written: Written;
  /** The list of the editor that more rows were asked for. */
  more: string | null;
};

/** What is wrong: at the shared fields by name, and at the fields of the type. */
export type Wrong = { errors: Record<string, string[]>; problems: Problem[] };

/** The form of a new question. */
export function blankForm(interaction: InteractionName): ItemForm {
  const fields: ItemFields = {
    ...{ stem: "", explanation: "", hints: [], difficulty: "medium", objectives: [], tags: "", sources: "", read: "" },
    ...{ opinion: false, shared: false, change: "" },
  };
  const written = { ...interactions[interaction].authoring.blank(), texts: {}, misconceptions: {} };
  return { interaction, madeFrom: 0, fields, written, more: null };
}

/** The form of a question as it is stored. */
export function formOf(item: EditedItem): ItemForm {
  const { interaction, body, key, texts, misconceptions, sources, read, hints, ...wording } = draftOf(item.newest);
  const { stem, explanation, difficulty, objectives } = wording;
  return {
    interaction,
    madeFrom: item.newest.version,
    fields: {
      ...{ stem, explanation, difficulty, objectives, hints, read: read ?? "", change: "" },
      tags: item.tags.join(", "),
      sources: sources.join(", "),
      opinion: key === null,
      shared: item.shared,
    },
    // The fields of a key are there even where it is not used, so that one can change one's mind.
    written: { body, key: key ?? interactions[interaction].authoring.blank().key, texts, misconceptions },
    more: null,
  };
}

/** A posted form as it was typed. Nothing makes it throw. */
export function readForm(form: FormData, interaction: InteractionName): ItemForm {
  const text = (name: string) => typed(form, name).trim();
  const all = (name: string) => [
    ...new Set(
      form
        .getAll(name)
        .map((one) => cleaned(one))
        .filter(Boolean),
    ),
  ];
  return {
    interaction,
    madeFrom: Number.parseInt(text("madeFrom"), 10) || 0,
    fields: {
      stem: text("stem"),
      explanation: text("explanation"),
      hints: all("hint"),
      difficulty: text("difficulty"),
      objectives: all("objective"),
      tags: text("tags"),
      sources: text("sources"),
      read: text("read"),
      opinion: form.has("opinion"),
      shared: form.has("shared"),
      change: text("change"),
    },
    written: readWritten(interactions[interaction], form),
    more: typed(form, "more") || null,
  };
}

/**
 * What a form says, checked: a writing that can be stored, or what is wrong with it. A draft may lack feedback, objectives
 * and explanation; its body and key are whole, because everything that draws or marks a question reads them.
 * @param asksForChange whether the writer has to say what kind of change it is
 */
export async function checkForm(
  { interaction, fields, written }: ItemForm,
  asksForChange: boolean,
): Promise<{ writing: Writing; change: Change["change"] } | Wrong> {
  const parsed = (await fieldsSchema(asksForChange)).safeParse(fields);
  const { key, ...rest } = written;
  const whole = { ...rest, key: fields.opinion ? null : key };
  const type = interactions[interaction];
  const problems = problemsOf(type, whole);
  if (!parsed.success || problems.length > 0) return { errors: errorsOf(parsed.error?.issues ?? []), problems };
  const { tags, shared, change, opinion: _, read, ...wording } = parsed.data;
  return {
    writing: {
      wording: {
        ...wording,
        interaction,
        read: read || undefined,
        body: type.body.parse(whole.body),
        key: whole.key === null ? null : type.key.parse(whole.key),
        texts: whole.texts,
        misconceptions: whole.misconceptions,
      },
      tags,
      shared,
    },
    change: change || "meaning",
  };
}

async function fieldsSchema(asksForChange: boolean) {
  const objectives = new Set((await listObjectives()).map(({ id }) => id));
  const places = await placesToRead();
  const kinds = ["claim", "background", "doubt", "comment"] as const;
  const entries = (await Promise.all(kinds.map((kind) => listEntries(kind)))).flat();
  // What follows from the lab's own rules is said to rest on LAB; it has no entry in the ledger.
  const sources = new Set(["LAB", ...entries.map(({ id }) => id)]);
  const listed = (text: string) => [...new Set(text.split(/[,\s]+/).filter(Boolean))];
  return z.object({
    stem: z.string().min(1, "Write the question.").max(4000, "Use at most 4000 characters."),
    explanation: z.string().max(4000, "Use at most 4000 characters."),
    hints: z
      .array(z.string().max(1000, "Use at most 1000 characters for a hint."))
      .max(mostHints, `Give at most ${mostHints} hints.`),
    difficulty: z.enum(["easy", "medium", "hard"], "Choose how hard it is meant to be."),
    objectives: z.array(z.string().refine((id) => objectives.has(id), "Choose objectives from the list.")),
    tags: z
      .string()
      .transform((text) => [
        ...new Set(
          text
            .split(",")
            .map((tag) => tag.trim())
            .filter(Boolean),
        ),
      ])
      .pipe(z.array(Tag).max(12, "Use at most 12 tags.")),
    sources: z
      .string()
      .transform(listed)
      .superRefine((ids, context) => {
        const unknown = ids.filter((id) => !sources.has(id));
        if (unknown.length > 0)
          context.addIssue({
            code: "custom",
            message: `Nothing in the ledger is called ${unknown.slice(0, 5).join(", ")}.`,
          });
      }),
    read: z.string().refine((place) => place === "" || places.has(place), "Choose a section from the list."),
    opinion: z.boolean(),
    shared: z.boolean(),
    change: asksForChange
      ? z.enum(["words", "meaning"], "Say what kind of change this is.")
      : z.literal("meaning").or(z.string().transform(() => "meaning" as const)),
  });
}

function errorsOf(issues: z.core.$ZodIssue[]): Wrong["errors"] {
  const errors: Wrong["errors"] = {};
  for (const { path, message } of issues) {
    const name = String(path[0]);
    errors[name] = [...(errors[name] ?? []), message];
  }
  return errors;
}

function cleaned(value: FormDataEntryValue): string {
  const form = new FormData();
  form.set("one", value);
  return typed(form, "one").trim();
}
