import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { idParam } from "~/access/visitor.server";
import { takeApart } from "~/models/merge-undo.server";

/** Takes two records apart again. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const done = await takeApart(taught, idParam(args.params, "merge"));
  const fine = done === "done" || done === "nothing to undo";
  return redirect(`/teach/classes/${taught.id}/merges${fine ? "" : `?undo=${encodeURIComponent(done)}`}`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}/merges`);
}
