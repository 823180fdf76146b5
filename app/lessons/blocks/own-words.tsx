import type { ReactNode } from "react";

/** A field for some words of one's own under an answer: what was just refused, else what was kept. */
export function OwnWords({
  children,
  refused,
  kept,
}: {
  children: ReactNode;
  refused: { text: string } | null;
  kept: { text: string } | undefined;
}) {
  return (
    <label className="field">
      {children}
      <textarea className="in" name="text" rows={2} maxLength={4000} defaultValue={refused?.text ?? kept?.text ?? ""} />
    </label>
  );
}
