import type { ViewedStudent } from "~/access/rights";

/** What the pages that show a class as one student sees it say of it. */
type Viewing = { name: string; className: string; at: string; back: string };

/** @param of whom, as the access function granted them */
export function viewing({ id, name: className, student }: ViewedStudent): Viewing {
  const { name } = student;
  return { name, className, at: `/teach/classes/${id}/people/${student.id}/view`, back: `/teach/classes/${id}/roster` };
}

/** Says that this is what a student sees, only to read, with the way back. */
export function ViewBanner({ of: { name, className, at, back }, list }: { of: Viewing; list?: boolean }) {
  return (
    <section className="trial" aria-label={`You see what ${name} sees`}>
      <p>
        <b>You see what {name} sees</b> of {className} now, read-only. Nothing here can be sent, and nothing of other
        classes, practice or reflections is shown.
      </p>
      <p className="btns">
        {list ? null : <a href={at}>What {name} is given</a>}
        <a href={back}>Back to the students</a>
      </p>
    </section>
  );
}
