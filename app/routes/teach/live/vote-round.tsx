import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { taughtAssignment } from "~/access/classes.server";
import { openRound } from "~/models/vote.server";
import { formBody } from "../../form-body.server";

/** Nothing is here to read; somebody who comes by the browser's history lands where the vote is. */
export async function loader(args: LoaderFunctionArgs) {
  const { id } = await taughtAssignment(args);
  return redirect(`/teach/assignments/${id}/projector`);
}

/** Asks the class a question of the assignment, now. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const posted = Posted.safeParse(Object.fromEntries(await formBody(args.request)));
  if (!posted.success) throw new Response("Say which question. Go back to the projector.", { status: 400 });
  const { question, version } = posted.data;
  const outcome = await openRound(assignment, version);
  if (outcome === "not to vote on")
    throw new Response("This question is not one that the class can vote on. Go back to the projector.", {
      status: 409,
    });
  const running = outcome === "another is open" ? "&open=1" : "";
  return redirect(`/teach/assignments/${assignment.id}/projector?question=${question}${running}`);
}

const Posted = z.object({ question: z.coerce.number().int().min(1).max(9999), version: z.uuid() });
