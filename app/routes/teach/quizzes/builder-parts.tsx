import { Mark } from "~/components/mark";
import { Once } from "~/components/once";
import type { Outline } from "~/models/quiz-outline.server";
import { score } from "~/text";
import { Choices } from "../choices";

type Quiz = { slug: string; title: string; mayEdit: boolean; live: boolean; practice: string };

/** How much a quiz asks, and what its teacher should look at. */
export function Facts({ facts }: { facts: Pick<Outline, "points" | "guessed" | "warnings"> & { questions: number } }) {
  return (
    <div className="stack" id="facts">
      <dl className="facts">
        <div>
          <dt>questions</dt>
          <dd>{facts.questions}</dd>
        </div>
        <div>
          <dt>points</dt>
          <dd>{score(facts.points)}</dd>
        </div>
        {facts.questions > 0 ? (
          <div>
            <dt>points a guesser gets on average</dt>
            <dd>{facts.guessed.toFixed(1)}</dd>
          </div>
        ) : null}
      </dl>
      {facts.warnings.map(({ says, blocks }) => (
        <p key={says} className={`said ${blocks ? "is-wrong" : "is-partly"}`}>
          <Mark name={blocks ? "not-saved" : "partly"} />
          <span>
            {says}
            {blocks ? " Until then it cannot be given to a class." : ""}
          </span>
        </p>
      ))}
    </div>
  );
}

/** What one can do with a quiz. */
export function Ways({ quiz, questions }: { quiz: Quiz; questions: number }) {
  const to = `/teach/quizzes/${quiz.slug}`;
  return (
    <ul className="ways">
      {quiz.mayEdit ? (
        <>
          <li>
            <a href={`${to}/add`}>Add questions from the bank</a>
          </li>
          <li>
            <a href={`${to}/draws`}>Add drawn questions</a>
          </li>
          <li>
            <a href={`${to}/sections/new`}>Add a section</a>
          </li>
          <li>
            <a href={`${to}/settings`}>Title, text and rules</a>
          </li>
        </>
      ) : null}
      {questions > 0 ? (
        <li>
          <a href={`${to}/trial`}>Try it as a student</a>
        </li>
      ) : null}
      {questions > 0 && quiz.live ? (
        <li>
          <a href={`/teach/assignments/new?quiz=${quiz.slug}`}>Give it to a class</a>
        </li>
      ) : null}
      {quiz.practice !== "nobody" && questions > 0 && quiz.live ? (
        <li>
          <a href={`/quizzes/${quiz.slug}`}>Its page for practice</a>
        </li>
      ) : null}
    </ul>
  );
}

/** Copying is how one changes what is not one's own. */
export function CopyForm({ slug, title }: { slug: string; title: string }) {
  return (
    <form method="post" action={`/teach/quizzes/${slug}/copy`}>
      <Once />
      <h2>Copy to change it</h2>
      <Choices
        name="questions"
        legend="The questions of your copy"
        choices={[
          ["linked", "Stay the same questions", "When one of them gets better in the bank, your copy gets it too."],
          ["copied", "Become copies of your own", "You can change each of them; changes elsewhere do not reach them."],
        ]}
        value="linked"
      />
      <p className="btns">
        <button className="btn" type="submit">
          Copy<span className="vh"> {title}</span> to change it
        </button>
      </p>
    </form>
  );
}
