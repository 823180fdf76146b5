import type { CommentKey, ReadersComment } from "../entries.server";
import { sortWords } from "../sorting";
import { usePage } from "./page-context";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "./table";

/** Readers' comments as cards to cut out, or the key to them. @param ids which ones, in this order; without it all */
export function Comments({ ids, show = "cards" }: { ids?: string; show?: "cards" | "key" }) {
  const { lesson, comments, commentKeys } = usePage();
  if (show === "key") return <KeyTable keys={pick(commentKeys, ids)} />;
  const sheet = `/teach/lessons/${lesson}/cards`;
  const picked = pick(comments, ids);
  return (
    <div className="wide">
      <CardSheet comments={picked} />
      <p className="btns">
        {picked.length < comments.length ? (
          <a className="btn" href={`${sheet}?ids=${picked.map(({ id }) => id).join("+")}`}>
            Print these {picked.length} cards
          </a>
        ) : null}
        <a className="btn" href={sheet}>
          Print all {comments.length} cards
        </a>
      </p>
    </div>
  );
}

/** Number and words, nothing that tells how a card is to be sorted. */
export function CardSheet({ comments }: { comments: ReadersComment[] }) {
  return (
    <ul className="cutouts">
      {comments.map(({ id, paraphrase }) => (
        <li key={id}>
          <b>{id}</b>
          <p>{paraphrase}</p>
        </li>
      ))}
    </ul>
  );
}

const columns = ["Card", "Key", "Second", "Why", "Ask"];

function KeyTable({ keys }: { keys: CommentKey[] }) {
  if (keys.length === 0) return null;
  return (
    <div className="wide cutouts-key">
      <Table>
        <TableHead>
          <Row>
            {columns.map((column) => (
              <HeadCell key={column}>{column}</HeadCell>
            ))}
          </Row>
        </TableHead>
        <TableBody>
          {keys.map(({ id, kind, second, settled, why, ask }) => (
            <Row key={id}>
              <HeadCell scope="row">
                <a href={`/sources/${id}`}>{id}</a>
                {settled ? " ★" : null}
              </HeadCell>
              {[sortWords[kind], second ? sortWords[second].toLowerCase() : "–", why, ask ?? "–"].map(
                (words, index) => (
                  <Cell key={columns[index + 1]} data-column={columns[index + 1]}>
                    {words}
                  </Cell>
                ),
              )}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** Those of these ids in their order; all without ids. An id that nobody defined is left out. */
export function pick<T extends { id: string }>(entries: T[], ids: string | null | undefined): T[] {
  if (!ids) return entries;
  return [...new Set(ids.split(" "))].flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
}
