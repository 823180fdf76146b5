import { Once } from "~/components/once";
import { Table } from "~/components/table";
import type { MergePlan, Refusal } from "~/models/merge-plan.server";
import { many } from "~/text";

/** Why two records cannot be made one now, in words. */
export function refusalWords({ why, title }: Refusal): string {
  return why === "both under way"
    ? `Both have an attempt under way at “${title}”. Wait until one of them is handed in, or let one not count.`
    : `The record that goes has an attempt under way at “${title}”, and its browser could not go on with it. Wait until it is handed in.`;
}

/** What making two records one would do, and the button that agrees to it. */
export function MergePreview({ plan, kept, gone }: { plan: MergePlan; kept: string; gone: string }) {
  const { assignments, ownWork, sessions, password, refusal } = plan;
  return (
    <section aria-labelledby="plan" className="stack">
      <h2 id="plan">
        {plan.gone} goes into {plan.kept}
      </h2>
      {assignments.length > 0 ? (
        <Table
          caption="Attempts before and after"
          heads={["Quiz", `${plan.kept} has`, `${plan.gone} has`, "Then together"]}
        >
          {assignments.map(({ id, title, ofKept, ofGone }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{ofKept === 0 ? "none" : many(ofKept, "attempt")}</td>
              <td>{many(ofGone, "attempt")}</td>
              <td>{many(ofKept + ofGone, "attempt")}</td>
            </tr>
          ))}
        </Table>
      ) : (
        <p>{plan.gone} has begun nothing in this class.</p>
      )}
      <ul className="read">
        <li>
          The attempts of {plan.gone} are counted after those of {plan.kept}. Answers and marks stay as they are.
        </li>
        <li>Groups, exceptions and quizzes given to one alone come along where {plan.kept} has none.</li>
        <li>
          {ownWork
            ? "Practice, answers in lessons and what was read come along too."
            : `Practice and lessons stay with ${plan.gone}, who has ${password ? "an account" : "another class"}.`}
        </li>
        <li>
          {sessions
            ? `A browser where ${plan.gone} is signed in goes on as ${plan.kept}.`
            : `${plan.kept} signs in as before; a browser of ${plan.gone} does not become ${plan.kept}’s.`}
        </li>
        <li>{plan.gone} leaves the list of students. You can take the two apart again.</li>
      </ul>
      {password && !refusal ? (
        <p className="said is-waiting">
          <span />
          <span>
            {plan.gone} signs in with a password. If that is how the student comes here, let that record stay instead.
          </span>
        </p>
      ) : null}
      {refusal ? (
        <p className="said is-wrong">
          <span />
          <span>{refusalWords(refusal)}</span>
        </p>
      ) : (
        <form method="post" className="btns">
          <Once />
          <input type="hidden" name="kept" value={kept} />
          <input type="hidden" name="gone" value={gone} />
          <button className="btn go" type="submit">
            Make them one
          </button>
        </form>
      )}
    </section>
  );
}
