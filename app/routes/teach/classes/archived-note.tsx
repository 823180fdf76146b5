import { moment } from "~/text";

/** Says on a page of a class that it is archived, and what that means. Nothing for one that is not. */
export function ArchivedNote({ at, zone }: { at: Date | null; zone: string }) {
  if (!at) return null;
  return (
    <p className="said is-waiting">
      <span>
        This class was archived {moment(at, zone)}. Nothing of it can be joined or started; all of it stays readable.
      </span>
    </p>
  );
}
