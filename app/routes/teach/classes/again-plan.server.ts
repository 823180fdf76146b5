import { z } from "zod";
import { assignmentDraft } from "~/models/assignment-draft.server";
import type { Plan } from "~/models/reteach.server";
import { parseFields } from "../../account/parse-form.server";

/** The form of `AgainFields`: who is ticked, which questions, which section, and what it is called. */
export function readPlan(form: FormData, zone: string) {
  const { title: _, dueAt } = assignmentDraft(zone).shape;
  const { value, typed, errors } = parseFields(
    form,
    z.object({
      title: z.string("Give it a title.").trim().max(120, "Use at most 120 characters."),
      dueAt,
      place: z.string().default(""),
      once: z.string().optional(),
    }),
  );
  const all = (name: string) => [...new Set(form.getAll(name).map(String))];
  const [students, items] = [all("student"), all("item")];
  const kept = { ...typed, students: students.join(" "), items: items.join(" ") };
  const missing = {
    ...(students.length === 0 || !students.every((id) => z.uuid().safeParse(id).success)
      ? { students: ["Tick at least one student."] }
      : {}),
    ...(items.length === 0 && !form.get("place") ? { items: ["Choose a section, questions, or both."] } : {}),
  };
  if (!value || Object.keys(missing).length > 0) return { plan: null, typed: kept, errors: { ...errors, ...missing } };
  const { title, dueAt: due, place } = value;
  return { plan: { title, dueAt: due, place, students, items } satisfies Plan, typed: kept, errors: null };
}
