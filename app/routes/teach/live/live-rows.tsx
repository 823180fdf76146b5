import type { LoaderFunctionArgs } from "@remix-run/node";
import { seenAssignment } from "~/access/classes.server";
import { live } from "~/models/live.server";
import { fragment } from "../../fragment.server";
import { askedPage } from "../asked-page.server";
import { LiveBoard } from "./live-board";

/**
 * The board of the live view as it is now. `known` lists versions of rows that the page shows already: they are not drawn.
 * `page` is asked for by a page of several, also when everybody fits on one by now.
 */
export async function loader(args: LoaderFunctionArgs) {
  const assignment = await seenAssignment(args);
  const { id, classId, zone, observer } = assignment;
  const asked = new URL(args.request.url).searchParams;
  const have = new Set((asked.get("known") ?? "").split("."));
  const now = await live(assignment, askedPage(args.request), have);
  const page = now.pages > 1 || asked.has("page") ? now.page : null;
  return fragment(
    args.request,
    () => <LiveBoard live={now} about={{ assignment: id, classId, zone, observer, page }} have={have} />,
    now.version,
  );
}
