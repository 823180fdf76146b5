import type { ReactNode } from "react";
import { Mark } from "~/components/mark";
import { opens } from "~/components/popover";
import { idsOf } from "../tree";
import type { Reference as Referred } from "../view";
import { Linked } from "./linked";
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
  const cited = idsOf(page.tree, "kh-ref").flatMap((id) => page.refs[id] ?? []);
  return (
    <div className="sourced">
      {children}
      <details className="notes" open={page.paper}>
        <summary>Sources: {notes.map(({ id }) => id).join(", ")}</summary>
        {notes.map((note) => (
          <Note
            key={note.id}
            note={note}
            brief={notes.length > 1}
            like={cited.find(({ who }) => who !== null && who === note.who)?.id ?? note.id}
          />
        ))}
      </details>
    </div>
  );
}

/**
 * Who said so: number, status, speaker, date, place. Background looks and reads differently from the articles. Tab goes past
 * its links: the mark in the text is the way to the same entry.
 * @param brief beside a list that cites many, where whole notes would be longer than the list
 * @param like the first entry of the page with the same speaker, listener and date, which are not told twice
 */
function Note({ note, brief, like }: { note: Referred; brief: boolean; like: string }) {
  const { id, href, mark, words, background, text, from } = note;
  const who = like === id ? note.who : `Who and when: as in ${like}.`;
  const says = brief ? (who ?? text) : [who, text].filter(Boolean).join(" ");
  const named = (
    <>
      <a href={href} tabIndex={-1}>
        {id}
      </a>{" "}
      {mark ? <Mark name={mark} /> : null}
    </>
  );
  const told = (
    <>
      {says ? <Linked text={says} passed /> : null} {brief && background ? null : from}
    </>
  );
  return (
    <div className={background ? "note back" : "note"} role="note">
      {brief ? (
        <p>
          {named} <b>{words}.</b> {told}
        </p>
      ) : (
        <>
          <p className="says">
            {named} {words}
          </p>
          <p>{told}</p>
        </>
      )}
    </div>
  );
}
