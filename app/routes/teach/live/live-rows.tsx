import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenAssignment } from "~/access/classes.server";
import { live } from "~/models/live.server";
import { fragment } from "../../fragment.server";
import { LiveBoard } from "./live-board";

/** The board of the live view as it is now. `known` lists versions of rows that the page shows already: they are not drawn. */
export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  const { id, classId, zone, observer } = assignment;
  const have = new Set((new URL(args.request.url).searchParams.get("known") ?? "").split("."));
  const now = await live(assignment, have);
  return fragment(
    args.request,
    () => <LiveBoard live={now} about={{ assignment: id, classId, zone, observer }} have={have} />,
    now.version,
  );
}
