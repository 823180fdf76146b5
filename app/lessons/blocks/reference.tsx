import { Children, type ReactNode } from "react";
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

/** A block with the notes of what it cites, in the margin where there is one, and what may stand beside these too. */
export function Sourced({ refs, children }: { refs: string; children: ReactNode }) {
  const page = usePage();
  const notes = refs.split(" ").flatMap((id) => page.refs[id] ?? []);
  const [block, after] = Children.toArray(children);
  const cited = idsOf(page.tree, "kh-ref").flatMap((id) => page.refs[id] ?? []);
  return (
    <div className="sourced">
      {block}
      <details className="notes" open={page.paper}>
        <summary>Sources: {notes.map(({ id }) => id).join(", ")}</summary>
        {notes.map((note) => (
          <Note
            key={note.id}
            note={note}
            whole={page.paper}
            like={cited.find(({ who }) => who !== null && who === note.who)?.id ?? note.id}
          />
        ))}
      </details>
      {after}
    </div>
  );
}

/** What follows a block that cites, and cites nothing new itself. */
export function After({ children }: { children?: ReactNode }) {
  return Children.count(children) > 0 ? <div className="after">{children}</div> : null;
}

/**
 * Who said so: number, status, speaker, date, place. What else there is to say stands on its card, since notes that are longer
 * than their paragraph keep the next one away. Tab goes past its links: the mark in the text is the way to the same entry.
 * @param whole on paper, which has neither cards nor a margin that could be too short
 * @param like the first entry of the page with the same speaker, listener and date, which are not told twice
 */
function Note({ note, like, whole }: { note: Referred; like: string; whole: boolean }) {
  const { id, href, mark, words, background, text, from } = note;
  const who = like === id ? note.who : `Who and when: as in ${like}.`;
  const says = who ?? text;
  const more = whole ? [who && text, background && from].filter(Boolean).join(" ") : "";
  return (
    <div className={background ? "note back" : "note"} role="note">
      <p>
        <a href={href} tabIndex={-1}>
          {id}
        </a>{" "}
        {mark ? <Mark name={mark} /> : null} <b>{words}.</b> {says ? <Linked text={says} passed /> : null}{" "}
        {background ? null : from}
      </p>
      {more ? (
        <p>
          <Linked text={more} passed />
        </p>
      ) : null}
    </div>
  );
}
