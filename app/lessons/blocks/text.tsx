import type { ReactNode } from "react";
import { usePage } from "./page-context";

type Heading = { id?: string; children?: ReactNode };

export function SubHeading({ id, children }: Heading) {
  return usePage().paper ? <h3>{children}</h3> : <h2 id={id}>{children}</h2>;
}

export function SubSubHeading({ id, children }: Heading) {
  return usePage().paper ? <h4>{children}</h4> : <h3 id={id}>{children}</h3>;
}

/** A table may be wider than a phone; then it scrolls by itself and can be reached by keyboard. */
export function Table({ children }: { children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className="scroll" role="group" aria-label="Table" tabIndex={0}>
      <table className="tbl">{children}</table>
    </div>
  );
}

export function HeadCell({ children }: { children?: ReactNode }) {
  return <th scope="col">{children}</th>;
}

/** The way to a quiz. */
export function QuizLink({ slug }: { slug: string }) {
  return (
    <p className="btns">
      <a className="btn go" href={`/quizzes/${slug}`}>
        To the quiz
      </a>
    </p>
  );
}
