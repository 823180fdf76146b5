import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtAttempt } from "~/access/attempts.server";
import { takeBackChange } from "~/models/attempt-change.server";

/** Takes back that an attempt was given back or does not count. */
export async function action(args: ActionFunctionArgs) {
  const attempt = await taughtAttempt(args);
  const outcome = await takeBackChange(attempt);
  if (outcome === "another is open")
    throw new Response("The student is at another attempt now. It has to be handed in or made void first.", {
      status: 409,
    });
  return redirect(`/teach/attempts/${attempt.id}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/attempts/${(await taughtAttempt(args)).id}`);
}
