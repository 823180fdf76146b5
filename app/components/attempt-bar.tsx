import { moment } from "~/text";
import { Mark } from "./mark";

/** The bar that stays on top of an attempt: which quiz, until when, and in words whether everything is kept. */
export function AttemptBar({ title, deadline, zone }: { title: string; deadline: Date | null; zone: string | null }) {
  return (
    <section className="quizbar" aria-label="This attempt">
      <div>
        <span className="title">{title}</span>
        {deadline ? <span className="small">until {moment(deadline, zone)}</span> : null}
        <span className="says" id="save-state" role="status">
          <Mark name="at-school" />
          <span>Answers are kept when you go on</span>
        </span>
      </div>
    </section>
  );
}
