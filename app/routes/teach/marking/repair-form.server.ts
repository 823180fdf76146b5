import { z } from "zod";
import { taughtAssignment } from "~/access/classes.server";
import { type Args, idParam, notFound } from "~/access/visitor.server";
import { answeredKey, findQuestionToRepair, type QuestionToRepair } from "~/models/question-to-repair.server";
import { parseForm } from "../../account/parse-form.server";
import { formBody } from "../../form-body.server";

/** The assignment and the question that the address names. @throws 404 */
export async function questionOf(args: Args) {
  const assignment = await taughtAssignment(args);
  const question = await findQuestionToRepair(assignment, idParam(args.params, "version"));
  if (!question) throw notFound();
  return { assignment, question };
}

/** Reads how a question is to be corrected. `response` is what the teacher answered in its controls. */
export async function repairForm(request: Request, question: QuestionToRepair) {
  const form = await formBody(request.clone());
  const { value, typed, errors } = await parseForm(request, Repair);
  const { response, key } = answeredKey(question, form);
  const refused = { draft: null, typed, response };
  if (!value) return { ...refused, errors };
  const { kind, note } = value;
  const keyed = kind === "accept" || kind === "key";
  if (keyed && (!question.keyed || key === null))
    return { ...refused, errors: { "": ["Give the right answer in the question below, the whole of it."] } };
  const neverLower = kind === "key" && value.neverLower === "on";
  return { draft: { kind, key: keyed ? key : null, neverLower, note }, typed, response, errors: null };
}

const Repair = z.object({
  kind: z.enum(["accept", "key", "full marks", "drop"], "Choose what is to happen."),
  neverLower: z.string().optional(),
  note: z.string("Say what was wrong.").trim().min(1, "Say what was wrong.").max(500, "Use at most 500 characters."),
  seen: z.string().max(40).optional(),
});
