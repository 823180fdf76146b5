import type { Live } from "~/models/live.server";
import { ListPages } from "../items/list-pages";
import { type About, liveAt } from "./live-words";

/**
 * The way to the other pages of a year group, with who stands on this one. What is said of that is a part, named by which
 * page of how many it is: when that changes, the copy has a part that the page does not have, and the script loads the page
 * anew. The links are no part: what can take the focus stays where it is.
 */
export function LiveTurns({ live, about, where }: { live: Live; about: About; where: "above" | "below" }) {
  const { page, pages, before, rows, students } = live;
  if (about.page === null) return null;
  return (
    <div className="stack">
      {where === "above" ? (
        <p className="read" data-part={`page ${page} of ${pages}`}>
          Students {before + 1} to {before + rows.length} of {students}, who needs somebody first. All figures are of
          everybody.
        </p>
      ) : null}
      <ListPages at={liveAt(about.assignment)} page={page} pages={pages} search="" part="rows" />
    </div>
  );
}
