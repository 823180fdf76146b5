import type { ReactNode } from "react";
import { opens, popover } from "./popover";

/** A word of the glossary, and what it is also called. */
export type GlossTerm = { id: string; term: string; definition: string; also: string[] };

/** A word in a text; pressing it shows what it means, without a script. The page needs the `Gloss` of it once. */
export function GlossWord({ id, children }: { id: string; children?: ReactNode }) {
  return (
    <button type="button" className="term" {...opens(`g-${id}`)}>
      {children}
    </button>
  );
}

/** What a word means; hidden until it is pressed. */
export function Gloss({ of: { id, term, definition, also } }: { of: GlossTerm }) {
  return (
    <div className="gloss sheet" id={`g-${id}`} {...popover}>
      <p>
        <strong>{term}</strong>
        <AlsoCalled also={also} />
      </p>
      <p>{definition}</p>
      <p>
        <a href={`/glossary#${id}`}>All terms</a>
      </p>
    </div>
  );
}

export function AlsoCalled({ also }: { also: string[] }) {
  return also.length > 0 ? <span className="soft"> ({also.join(", ")})</span> : null;
}
