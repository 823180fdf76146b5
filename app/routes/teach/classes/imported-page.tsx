import type { Imported } from "~/models/roster-import.server";
import { many } from "~/text";
import { CardsMade } from "./cards-made";
import type { CardsPage } from "./cards-page.server";

/** The answer to an agreed list: who is in the class now, and the cards of those who are new. */
export function ImportedPage({
  page,
  imported: { added, cards, returned, grouped },
}: {
  page: CardsPage;
  imported: Imported;
}) {
  const came = `${returned.join(", ")} came back and ${returned.length === 1 ? "keeps the old PIN" : "keep their old PINs"}.`;
  const title = added + returned.length > 0 ? `${many(added + returned.length, "student")} added` : "Groups filled";
  return (
    <CardsMade page={page} title={title} cards={cards}>
      {returned.length > 0 ? <p className="read">{came}</p> : null}
      {grouped > 0 ? (
        <p className="read">
          Everybody for whom the list names a group is in it. See{" "}
          <a href={`/teach/classes/${page.id}/groups`}>the groups</a>.
        </p>
      ) : null}
      {cards.length < added ? (
        <p className="read">
          {cards.length === 0 ? "Their" : "Some"} PINs were shown when they were made, and are not shown again. Whoever
          has no card gets a new one on <a href={`/teach/classes/${page.id}/cards`}>the page for PINs</a>.
        </p>
      ) : null}
    </CardsMade>
  );
}
