import type { z } from "zod";
import type { TaughtClass } from "~/access/rights";
import { isId } from "~/access/visitor.server";
import { type Audience, audienceChoices } from "~/models/audience.server";
import { parseFields } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";

/**
 * The form of an assignment as it was posted: its fields by the schema, and for whom of this class it is.
 * @throws 400 for no form
 */
export async function readPosted<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
  of: Pick<TaughtClass, "id">,
) {
  const form = await formBody(request);
  const parsed = parseFields(form, schema);
  const audience = audienceIn(form);
  const { groups, students } = audience;
  const typed = {
    ...parsed.typed,
    everybody: audience.everybody ? "yes" : "chosen",
    group: groups.join(" "),
    student: students.join(" "),
  };
  const wrong = audience.everybody ? null : await audienceTrouble(audience, of);
  const errors = { ...parsed.errors, ...(wrong ? { everybody: [wrong] } : {}) };
  const value = parsed.value && !wrong ? parsed.value : null;
  return { value, audience, typed, errors };
}

/** What is wrong with those who are ticked; null when nothing is. */
async function audienceTrouble({ groups, students }: Audience, of: Pick<TaughtClass, "id">): Promise<string | null> {
  if (groups.length + students.length === 0) return "Tick at least one group or student.";
  const there = await audienceChoices(of);
  const known = new Set([...there.groups, ...there.students].map(({ id }) => id));
  return [...groups, ...students].every((id) => known.has(id))
    ? null
    : "Somebody whom you ticked is not in this class any more. Look at the ticks below, and send it again.";
}

function audienceIn(form: FormData): Audience {
  const ids = (name: string) => [...new Set(form.getAll(name).map(String).filter(isId))];
  return { everybody: form.get("everybody") !== "chosen", groups: ids("group"), students: ids("student") };
}
