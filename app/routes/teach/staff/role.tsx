import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import { changeRole } from "~/models/staff.server";
import { parseForm } from "../../account/parse-form.server";
import { colleagueOf } from "./colleague.server";

/** Makes a colleague a teacher of the class, or lets them only observe it. The same page offers the way back. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const colleague = await colleagueOf(taught, args);
  const { value } = await parseForm(args.request, Form);
  if (!value) throw new Response("Say whether they teach or observe. Go back to who teaches here.", { status: 400 });
  const done = await changeRole(taught, colleague.personId, value.role);
  return redirect(`/teach/classes/${taught.id}/staff${done === "last teacher" ? "?last" : ""}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}/staff`);
}

const Form = z.object({ role: z.enum(["teacher", "observer"]) });
