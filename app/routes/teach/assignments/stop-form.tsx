import { ErrorSummary, KeepOrLeave, type Reply } from "~/components/form";
import type { AtWork } from "~/models/opening.server";
import { many, timeOfDay } from "~/text";
import { Tick } from "./tick";

/** Asks whether to stop: says who is at work, what becomes of it, and who would go on. */
export function StopForm({
  working,
  zone,
  nothing,
  reply,
  back,
  button,
}: {
  working: AtWork[];
  zone: string;
  /** Why there is nothing to stop; null when there is. */
  nothing: string | null;
  reply: Reply | undefined;
  back: string;
  button: string;
}) {
  if (nothing)
    return (
      <>
        <ErrorSummary reply={reply} />
        <p className="read">{nothing}</p>
        <p className="btns">
          <a className="btn" href={back}>
            Back
          </a>
        </p>
      </>
    );
  const longer = working.filter(({ until }) => until !== null);
  return (
    <form method="post">
      <ErrorSummary reply={reply} />
      <p className="read">
        {working.length === 0
          ? "Nobody is at work on it now. Nobody can start any more."
          : `${many(working.length, "student is", "students are")} at work now: ${working.map(({ name }) => name).join(", ")}. What they have answered is handed in as it stands and marked; what is still on its way over a slow line arrives. Nobody can start any more.`}{" "}
        You can open it again, and give their attempts back.
      </p>
      {longer.length > 0 ? (
        <>
          <p className="read">By their extra time or an exception these go on to their own end:</p>
          <ul className="read">
            {longer.map(({ name, until }) => (
              <li key={name}>
                {name}, until {until ? timeOfDay(until, zone) : ""}
              </li>
            ))}
          </ul>
          <div className="opts">
            <Tick name="all" label="End it now for these too" on={false} reply={reply} />
          </div>
        </>
      ) : null}
      <KeepOrLeave keep={button} leave={back} />
    </form>
  );
}
