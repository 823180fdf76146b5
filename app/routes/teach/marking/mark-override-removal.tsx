import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtAttempt } from "~/access/attempts.server";
import { takeBack } from "~/models/mark-override.server";
import { slotParam } from "./slot-param.server";

/** Takes an override back. It can be given again. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const slot = slotParam(args);
  await takeBack(attempt, slot);
  return redirect(`/teach/attempts/${attempt.id}/slots/${slot}/override`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/attempts/${(await taughtAttempt(args)).id}#r${slotParam(args)}`);
}
