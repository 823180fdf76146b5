import { many } from "~/text";

// React 18 has no types for popovers; browsers open them without a script.
export const popovertarget = { popovertarget: "stop" } as Record<string, string>;
const popover = { popover: "" } as Record<string, string>;

/** What stopping does, before it is done. */
export function StopAll({
  assignment,
  className,
  under,
}: {
  assignment: string;
  className: string;
  /** How many are at it. */
  under: number;
}) {
  return (
    <div className="sheet" id="stop" role="dialog" aria-labelledby="stop-head" {...popover}>
      <form method="post" action={`/teach/assignments/${assignment}/stop`} className="stack">
        <h2 id="stop-head">Stop it for all of {className}?</h2>
        <p>
          {many(under, "student was", "students were")} at it when this page was opened. What they have answered is kept
          and handed in, and nobody can start any more. You can open it again for one of them or for all.
        </p>
        <p className="btns">
          <button className="btn go" type="submit">
            Stop and hand in
          </button>
          <button className="btn" type="button" {...popovertarget}>
            Let them go on
          </button>
        </p>
      </form>
    </div>
  );
}
