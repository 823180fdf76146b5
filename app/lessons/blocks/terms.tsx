import type { ReactNode } from "react";
import type { TermView } from "../view";
import { usePage } from "./page-context";
import { opens, popover } from "./popover";

/** A word of the glossary; pressing it shows what it means, without a script. */
export function Term({ id, children }: { id: string; children?: ReactNode }) {
  const { paper, terms } = usePage();
  if (paper || !terms[id]) return <dfn>{children}</dfn>;
  return (
    <button type="button" className="term" {...opens(`g-${id}`)}>
      {children}
    </button>
  );
}

/** What the terms of this page mean; each is hidden until its word is pressed. */
export function Glosses() {
  return Object.values(usePage().terms).map((term) => (
    <div key={term.id} className="gloss sheet" id={`g-${term.id}`} {...popover}>
      <p>
        <strong>{term.term}</strong>
        {also(term)}
      </p>
      <p>{term.definition}</p>
      <p>
        <a href={`/glossary#${term.id}`}>All terms</a>
      </p>
    </div>
  ));
}

/** All terms that a lesson explains. */
export function Terms({ lesson }: { lesson: string }) {
  return (
    <dl className="terms">
      {(usePage().termsOf[lesson] ?? []).map((term) => (
        <div key={term.id}>
          <dt>
            {term.term}
            {also(term)}
          </dt>
          <dd>{term.definition}</dd>
        </div>
      ))}
    </dl>
  );
}

const also = ({ also }: TermView) => (also.length > 0 ? <span className="soft"> ({also.join(", ")})</span> : null);
