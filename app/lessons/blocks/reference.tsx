import type { ReactNode } from "react";
import { Mark } from "~/components/mark";
import { opens } from "~/components/popover";
import type { Reference as Referred } from "../view";
import { usePage } from "./page-context";

/** The mark after a sentence: how it is known, and the number under which the ledger has it. Pressed, it opens its card. */
export function Reference({ id }: { id: string }) {
  const { refs, paper } = usePage();
  const found = refs[id];
  if (!found) return null;
  const inside = (
    <>
      {found.mark ? <Mark name={found.mark} /> : null}
      {id}
      <span className="vh">, {found.words.toLowerCase()}</span>
    </>
  );
  if (paper)
    return (
      <a className="ref" href={found.href}>
        {inside}
      </a>
    );
  return (
    <button type="button" className="ref" {...opens(`r-${id}`)}>
      {inside}
    </button>
  );
}

/** A block with the notes of what it cites beside it, in the margin where there is one. */
export function Sourced({ refs, children }: { refs: string; children: ReactNode }) {
  const page = usePage();
  const notes = refs.split(" ").flatMap((id) => page.refs[id] ?? []);
  return (
    <div className="sourced">
      {children}
      <details className="notes" open={page.paper}>
        <summary>Sources: {notes.map(({ id }) => id).join(", ")}</summary>
        {notes.map((note) => (
          <Note key={note.id} note={note} brief={notes.length > 1} />
        ))}
      </details>
    </div>
  );
}

/**
 * Who said so: status, speaker, date, place. Background looks and reads differently from the articles.
 * @param brief beside a list that cites many, where whole notes would be longer than the list
 */
function Note({ note, brief }: { note: Referred; brief: boolean }) {
  const { id, href, mark, words, background, who, text, from } = note;
  if (brief)
    return (
      <div className={background ? "note back" : "note"} role="note">
        <p>
          {mark ? <Mark name={mark} /> : null} <b>{words}.</b> {who ?? text} <a href={href}>{id}</a>
          {background ? null : ` · ${from}`}
        </p>
      </div>
    );
  return (
    <div className={background ? "note back" : "note"} role="note">
      <p className="says">
        {mark ? <Mark name={mark} /> : null}
        {words}
      </p>
      {who || text ? <p>{[who, text].filter(Boolean).join(" ")}</p> : null}
      <p>
        <a href={href}>{id}</a> · {from}
      </p>
    </div>
  );
}
