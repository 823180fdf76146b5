import type { ReactNode } from "react";
import { usePage } from "./page-context";

type Heading = { id?: string; children?: ReactNode };

export function SubHeading({ id, children }: Heading) {
  return usePage().paper ? <h3>{children}</h3> : <h2 id={id}>{children}</h2>;
}

export function SubSubHeading({ id, children }: Heading) {
  return usePage().paper ? <h4>{children}</h4> : <h3 id={id}>{children}</h3>;
}

/** The way to a quiz. */
export function QuizLink({ slug }: { slug: string }) {
  const { lesson } = usePage();
  return (
    <p className="btns">
      <a className="btn go" href={`/quizzes/${slug}`}>
        {slug === lesson ? "To the quiz of this lesson" : `To the ${slug.replaceAll("-", " ")}`}
      </a>
    </p>
  );
}
