import type { ReactNode } from "react";
import { ErrorSummary, type Reply } from "~/components/form";
import { Select } from "~/components/select";
import type { TrialStudent } from "~/models/trial.server";
import { extraTime } from "~/text";

export const notReady = "There is nothing to try yet: the quiz has no question, or too few to draw from.";

/** As whom a trial is asked for: null is nobody in particular, undefined is nobody who may be chosen. */
export function chosenStudent(students: TrialStudent[], value: string | undefined): TrialStudent | null | undefined {
  return value ? students.find((one) => optionOf(one) === value) : null;
}

const optionOf = ({ classId, personId }: TrialStudent) => `${classId} ${personId}`;

/** The form that starts a trial. @param withClass whether the students are of several classes */
export function TrialForm({
  open,
  students,
  withClass = false,
  reply,
  children,
}: {
  open: { id: string; title: string } | null;
  students: TrialStudent[];
  withClass?: boolean;
  reply: Reply | undefined;
  children?: ReactNode;
}) {
  const options = students.map((one): [string, string] => {
    const gets = [
      one.timeFactor > 1 ? extraTime(one.timeFactor) : null,
      one.noTimer ? "no clock" : null,
      one.calm ? "calm" : null,
    ];
    const name = withClass ? `${one.className}: ${one.name}` : one.name;
    return [optionOf(one), [name, ...gets].filter(Boolean).join(", ")];
  });
  return (
    <>
      <OpenTrial open={open} />
      <form method="post">
        <ErrorSummary reply={reply} />
        <Select
          name="as"
          label="As"
          options={[["", "a student whom you throw away afterwards"], ...options]}
          value={undefined}
          reply={reply}
        />
        {children}
        <p className="btns">
          <button className="btn go" type="submit">
            Start the trial
          </button>
        </p>
      </form>
    </>
  );
}

/** The trial that is under way, before a new one takes its place. */
function OpenTrial({ open }: { open: { id: string; title: string } | null }) {
  if (!open) return null;
  return (
    <p className="said is-waiting">
      <span />
      <span>
        Your trial of “{open.title}” is not handed in. <a href={`/attempts/${open.id}`}>Go on with it</a>, or start
        another one below, which throws it away.
      </span>
    </p>
  );
}
