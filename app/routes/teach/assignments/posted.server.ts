import type { z } from "zod";
import { isId } from "~/access/visitor.server";
import type { Audience } from "~/models/audience.server";
import { parseFields } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";

/** The form of an assignment as it was posted: its fields by the schema, and for whom it is. @throws 400 for no form */
export async function readPosted<Schema extends z.ZodObject>(request: Request, schema: Schema) {
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
  const nobody = !audience.everybody && groups.length + students.length === 0;
  const errors = {
    ...parsed.errors,
    ...(nobody ? { everybody: ["Tick at least one group or student."] } : {}),
  };
  const value = parsed.value && !nobody ? parsed.value : null;
  return { value, audience, typed, errors };
}

function audienceIn(form: FormData): Audience {
  const ids = (name: string) => [...new Set(form.getAll(name).map(String).filter(isId))];
  return { everybody: form.get("everybody") !== "chosen", groups: ids("group"), students: ids("student") };
}
