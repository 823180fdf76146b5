import type { Phase } from "~/access/rights";
import { Field } from "~/components/field";
import type { Reply } from "~/components/form";
import { Prose } from "~/components/prose";
import type { MyGo } from "~/models/assignment.server";
import { moment } from "~/text";
import { goesLeft } from "./goes-left";
import { forwardsOnly } from "./page-turns";
import { countsWords } from "./rule-words";
import { closing, timeLimit } from "./time-words";

/** The quiz of an assignment as its student's page needs it. Whether a password is asked, never which. */
export type UnitQuiz = {
  zone: string;
  phase: Phase;
  attemptsAllowed: number;
  limitMinutes: number | null;
  timeFactor: number;
  ends: Date | null;
  closesAt: Date | null;
  /** When its class was archived. */
  archivedAt: Date | null;
  counts: string;
  passPercent: number | null;
  stands: string | null;
  shows: string[];
  goes: MyGo[];
  intro: string;
  sequential: boolean;
  size: string | null;
  asksPassword: boolean;
};

type Props = { quiz: UnitQuiz; shut: string | null; reply: Reply | undefined; readOnly: boolean };

/** What the quiz is like, and the button that starts it or goes on. @param shut why it cannot be started yet */
export function QuizStart({ quiz, shut, reply, readOnly }: Props) {
  const { zone, closesAt, limitMinutes, attemptsAllowed, counts, passPercent, stands, shows, goes, size } = quiz;
  const { open, left, mayStart } = goesLeft(quiz, goes);
  return (
    <>
      {quiz.intro ? <Prose className="read" text={quiz.intro} /> : null}
      <ul className="read">
        {size ? <li>{size}</li> : null}
        {closesAt ? <li>{closing({ ...quiz, closesAt })}</li> : null}
        {limitMinutes ? <li>{timeLimit({ ...quiz, limitMinutes, mayStart: mayStart && !open })}</li> : null}
        {open?.deadline ? (
          <li>
            Your attempt ends {moment(open.deadline, zone)}. What you have answered by then is handed in by itself
          </li>
        ) : null}
        <li>
          {attemptsAllowed === 1 ? "One attempt" : `${attemptsAllowed} attempts, ${countsWords[counts]}`}: {goes.length}{" "}
          used, {left} left
        </li>
        {quiz.sequential ? <li>{forwardsOnly}</li> : null}
        {passPercent === null ? null : <li>Passed from {passPercent}% of the points</li>}
        {stands ? <li>{stands}</li> : null}
        {shows.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {mayStart && shut && !open ? <p className="said is-waiting">{shut}</p> : null}
      {mayStart && (!shut || open) ? (
        <form method="post">
          {quiz.asksPassword && !open ? (
            <Field
              name="password"
              label="Password"
              hint="Your teacher says it when it is time to start."
              autoComplete="off"
              reply={reply}
            />
          ) : null}
          <p className="btns">
            <button className="btn go" type="submit" disabled={readOnly}>
              {open ? "Go on where you stopped" : goes.length > 0 ? "Start another attempt" : "Start"}
            </button>
          </p>
        </form>
      ) : null}
    </>
  );
}
