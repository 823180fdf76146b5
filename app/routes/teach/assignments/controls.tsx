import type { Phase } from "~/access/rights";

/** Starting and stopping by hand. */
export function Controls({ id, phase, stopped }: { id: string; phase: Phase; stopped: boolean }) {
  const address = `/teach/assignments/${id}`;
  if (phase === "not open yet")
    return (
      <form method="post" action={`${address}/opening`} className="btns">
        <button className="btn go" type="submit">
          Open now
        </button>
      </form>
    );
  return (
    <p className="btns">
      {phase === "closed" ? (
        <a className="btn" href={`${address}/reopening`}>
          Open again
        </a>
      ) : (
        <a className="btn" href={`${address}/stop`}>
          Stop now
        </a>
      )}
      {stopped ? <span className="soft">You stopped it by hand.</span> : null}
    </p>
  );
}
