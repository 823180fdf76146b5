import type { ReactNode } from "react";
import { AlsoCalled, Gloss, GlossWord } from "~/components/gloss";
import { usePage } from "./page-context";

/** A word of the glossary; pressing it shows what it means, without a script. */
export function Term({ id, children }: { id: string; children?: ReactNode }) {
  const { paper, terms } = usePage();
  if (paper || !terms[id]) return <dfn>{children}</dfn>;
  return <GlossWord id={id}>{children}</GlossWord>;
}

/** What the terms of this page mean; each is hidden until its word is pressed. */
export function Glosses() {
  return Object.values(usePage().terms).map((term) => <Gloss key={term.id} of={term} />);
}

/** All terms that a lesson explains. */
export function Terms({ lesson }: { lesson: string }) {
  return (
    <dl className="terms">
      {(usePage().termsOf[lesson] ?? []).map((term) => (
        <div key={term.id}>
          <dt>
            {term.term}
            <AlsoCalled also={term.also} />
          </dt>
          <dd>{term.definition}</dd>
        </div>
      ))}
    </dl>
  );
}
