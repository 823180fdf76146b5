import { Findings } from "~/components/findings";
import { QuestionForm } from "~/components/question";
import type { Question } from "~/models/attempt.server";
import type { Finding } from "~/models/item-lint.server";

export type Previewed = { question: Question; findings: Finding[] };

/** A question that is not stored yet, drawn by what draws it for students, and read by the rules. */
export function ItemPreview({ previewed: { question, findings } }: { previewed: Previewed }) {
  return (
    <section className="stack" id="preview" aria-labelledby="preview-head">
      <h2 id="preview-head">Preview: not stored yet</h2>
      <QuestionForm question={question} attempt="" />
      <h3>Read before use</h3>
      <Findings findings={findings} />
    </section>
  );
}
