import type { Section } from "~/models/layout";
import { Prose } from "./prose";

/** The heading of a part of a quiz, with what is said before its questions. @param first on the page where it begins */
export function SectionHead({ section, first }: { section: Section; first: boolean }) {
  return (
    <header className="part stack">
      <h2>
        {section.heading}
        {first ? null : <span className="soft"> (continued)</span>}
      </h2>
      {first && section.text ? <Prose className="read" text={section.text} /> : null}
    </header>
  );
}

/** What all questions of a part are about. A long one scrolls beside them, by keyboard too. */
export function Stimulus({ section }: { section: Section }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section className="stimulus" aria-label={`${section.heading}: what the questions are about`} tabIndex={0}>
      <Prose text={section.stimulus} />
    </section>
  );
}

/** The head of a part that one looks back at: only where `of` is the first of its questions. */
export function SectionReviewed({
  sections,
  of,
  after,
}: {
  sections: Section[];
  of: { section: number | null };
  after: { section: number | null } | undefined;
}) {
  const section = sections[of.section ?? -1];
  if (!section || (after && after.section === of.section)) return null;
  return (
    <header className="part stack">
      <h2>{section.heading}</h2>
      {section.text ? <Prose className="read" text={section.text} /> : null}
      {section.stimulus ? (
        <details>
          <summary>What the questions are about</summary>
          <Prose text={section.stimulus} />
        </details>
      ) : null}
    </header>
  );
}
