import { Mark } from "~/components/mark";
import type { Status } from "../statuses";

/** How the words before it are known, in one word. It names no source. */
export function Known({ status }: { status: Status }) {
  return (
    <span className="known">
      <Mark name={status} />
      <span className="vh">(</span>
      {status}
      <span className="vh">)</span>
    </span>
  );
}
