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

/** The same as markup, for a table that has thousands of them. */
export const markMarkup = (name: MarkName) =>
  `<svg class="m" aria-hidden="true"><use href="${marks}#${name}"></use></svg>`;
