import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { taughtClass } from "~/access/classes.server";
import { isId } from "~/access/visitor.server";
import { type Place, regroup } from "~/models/group.server";
import { formBody } from "../../form-body.server";

/** Keeps the ticks of the table. Only what differs from how it was drawn is a change, so that an old tab undoes nothing. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const form = await formBody(args.request);
  const [ticked, drawn] = [form.getAll("in").map(String), form.getAll("was").map(String)];
  const without = (some: string[], others: string[]) => {
    const known = new Set(others);
    return some.filter((one) => !known.has(one)).flatMap(placeOf);
  };
  await regroup(taught, { into: without(ticked, drawn), out: without(drawn, ticked) });
  return redirect(`/teach/classes/${taught.id}/groups`);
}

export async function loader(args: LoaderFunctionArgs) {
  return redirect(`/teach/classes/${(await taughtClass(args)).id}/groups`);
}

function placeOf(tick: string): Place[] {
  const [groupId = "", personId = ""] = tick.split(" ");
  return isId(groupId) && isId(personId) ? [{ groupId, personId }] : [];
}
