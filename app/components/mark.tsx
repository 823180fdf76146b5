import marks from "~/styles/marks.svg?no-inline";

export type MarkName =
  | "asserted"
  | "denied"
  | "admitted"
  | "reported"
  | "official"
  | "inferred"
  | "context"
  | "content"
  | "metadata"
  | "nothing"
  | "right"
  | "partly"
  | "wrong"
  | "missed"
  | "waiting"
  | "blank"
  | "at-school"
  | "on-device"
  | "not-saved"
  | "not-started"
  | "working"
  | "answered"
  | "stuck"
  | "offline"
  | "sealed"
  | "open"
  | "late"
  | "missing"
  | "not-yet"
  | "served"
  | "tick";

/** A mark of the house's own set. It always stands beside its word, so it is hidden from screen readers. */
export function Mark({ name }: { name: MarkName }) {
  return (
    <svg className="m" aria-hidden="true">
      <use href={`${marks}#${name}`} />
    </svg>
  );
}

/**
 * The insides of cells that are a mark and, for screen readers, its word, written once: drawing ten thousand of them as
 * elements takes longer than all the rest of a page.
 * @param words of the house, never of a user: they are taken as markup
 */
export function markCells<Name extends string>(of: Record<Name, MarkName>, words: Record<Name, string>) {
  const names = Object.keys(of) as Name[];
  const inside = (name: Name) => `${drawn(of[name])}<span class="vh">${words[name]}</span>`;
  return Object.fromEntries(names.map((name) => [name, { __html: inside(name) }])) as Record<Name, { __html: string }>;
}

const drawn = (name: MarkName) => `<svg class="m" aria-hidden="true"><use href="${marks}#${name}"></use></svg>`;
