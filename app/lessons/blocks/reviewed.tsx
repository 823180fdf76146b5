import { day } from "../day";

/** Which version of a lesson this is, and on which day its facts were last checked. */
export function Reviewed({ of }: { of: { version: number; reviewed: string } }) {
  return (
    <span className="reviewed">
      Version {of.version}, last checked on <time dateTime={of.reviewed}>{day(of.reviewed)}</time>.
    </span>
  );
}
