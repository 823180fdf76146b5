import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { taughtAssignment } from "~/access/classes.server";
import { closeRound } from "~/models/vote.server";
import { formBody } from "../../form-body.server";

export async function loader(args: LoaderFunctionArgs) {
  const { id } = await taughtAssignment(args);
  return redirect(`/teach/assignments/${id}/projector`);
}

/** Closes the vote that is open. The next round opens with the same button. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const posted = Posted.safeParse(Object.fromEntries(await formBody(args.request)));
  await closeRound(assignment);
  return redirect(`/teach/assignments/${assignment.id}/projector?question=${posted.data?.question ?? 1}`);
}

const Posted = z.object({ question: z.coerce.number().int().min(1).max(9999) });
