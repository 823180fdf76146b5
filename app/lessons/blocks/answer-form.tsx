import type { ReactNode } from "react";
import { type OpenField, RefusedForm } from "~/components/refused-form";
import type { Refused } from "../view";
import { usePage } from "./page-context";

/** The form of one block. It comes back to the same place of the page. */
export function AnswerForm({
  block,
  kind,
  anchor,
  className,
  children,
}: {
  block: string;
  kind: "predict" | "reflect" | "check" | "sort";
  anchor: string;
  className: string;
  children: ReactNode;
}) {
  const { lesson, section } = usePage();
  return (
    <form className={className} method="post" action={`/lessons/${lesson}/${section}/answers`} id={anchor}>
      <input type="hidden" name="block" value={block} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="at" value={anchor} />
      {children}
    </form>
  );
}

/**
 * Why an answer was not taken, at its block. It gets the focus, so that the browser shows it first.
 * @param open the fields that lack something, each with a way to it
 */
export function WhyRefused({
  refused,
  id,
  open = [],
}: {
  refused: Refused | null;
  id: string;
  open?: OpenField[] | undefined;
}) {
  if (!refused) return null;
  return (
    <RefusedForm says={refused.message} id={id} open={open}>
      {open.length > 0 ? "Go to:" : null}
    </RefusedForm>
  );
}

/** What was refused about this block, if it was this one. */
export function useRefused(block: string): Refused | null {
  const { refused } = usePage();
  return refused?.block === block ? refused : null;
}
