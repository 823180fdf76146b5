import { ItemKey } from "~/components/item-key";
import { QuestionForm } from "~/components/question";
import { moment } from "~/text";
import { Changes } from "./changes";
import type { Conflict } from "./item-conflict.server";

/** Theirs, whole and as it differs from where both began. Mine stands in the form below it, to be gone on with. */
export function ItemConflict({
  item,
  conflict,
}: {
  item: string;
  conflict: Omit<Conflict, "question"> & { question: Parameters<typeof QuestionForm>[0]["question"] };
}) {
  const { version, author, at, madeFrom, question, view, differences } = conflict;
  return (
    <>
      <p className="read" role="alert">
        Nothing is lost, and nothing of yours is stored yet. You began from version {madeFrom}; version {version} is by{" "}
        {author ?? "the course"}, {moment(new Date(at), null)}. Yours stands in the form below, as you typed it. Take
        over what you want from theirs, then save yours as the newest, or drop it. Every version stays in the history.
      </p>
      <section className="stack" aria-labelledby="theirs">
        <h2 id="theirs">Theirs: version {version}</h2>
        <Changes differences={differences} before={`Version ${madeFrom}`} after={`Version ${version}`} />
        <QuestionForm question={question} attempt="" />
        <ItemKey view={view} />
        <p>
          <a href={`/teach/items/${item}`}>All versions</a>
        </p>
      </section>
      <h2>Yours</h2>
    </>
  );
}
