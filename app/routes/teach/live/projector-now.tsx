import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenAssignment } from "~/access/classes.server";
import { notFound } from "~/access/visitor.server";
import { projected } from "~/models/projected.server";
import { fragment } from "../../fragment.server";
import { lookOf } from "./look.server";
import { Wall } from "./wall";

/** What the class has answered to the question on the wall, as it is now. */
export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  const look = lookOf(args.request);
  const now = await projected(assignment, look);
  if (!now) throw notFound();
  return fragment(args.request, () => <Wall now={now} look={look} />);
}
