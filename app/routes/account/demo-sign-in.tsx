import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { anyone, isId, notFound } from "~/access/visitor.server";
import { environment } from "~/environment.server";
import { findSample } from "~/models/person.server";
import { beginSession } from "~/session.server";
import { formBody } from "../form-body.server";

/**
 * Signs in as one of the sample people. The demo listens on loopback only; everywhere else this does not exist. A guest's
 * work stays behind: nobody becomes a sample person.
 */
export async function action(args: ActionFunctionArgs) {
  await anyone(args);
  if (!environment().KEYHOLE_DEMO) throw notFound();
  const id = (await formBody(args.request)).get("person");
  const sample = typeof id === "string" && isId(id) ? await findSample(id) : undefined;
  if (!sample) throw notFound();
  return redirect(sample.mayTeach ? "/teach" : "/me", { headers: await beginSession(args.request, sample.id) });
}

export async function loader(args: ActionFunctionArgs) {
  await anyone(args);
  if (!environment().KEYHOLE_DEMO) throw notFound();
  return redirect("/sign-in");
}
