import { Lines } from "../network/words";

/** Where the columns of a lane begin, and where the company ends. The review stands just behind the company's wall. */
export type Columns = { agency: number; wall: number; review: number; data: number; end: number };

/** `head` is the id of the drawing's arrow head. */
export type LaneProps = { columns: Columns; head: string };

export const agencyWidth = 76;
const dataWidth = 80;

export function Agency({ columns }: { columns: Columns }) {
  return (
    <>
      <rect className="box" x={columns.agency} y="26" width={agencyWidth} height="52" />
      <Lines lines={["Agency"]} x={columns.agency + agencyWidth / 2} y={52} />
    </>
  );
}

/** The company behind its wall. */
export function Company({ columns: { wall, end }, height = 100 }: { columns: Columns; height?: number }) {
  return (
    <>
      <rect className="wall" x={wall} y="2" width={end - wall} height={height} />
      <Lines className="s" lines={["Company"]} x={wall + 12} y={17} />
    </>
  );
}

/** User data, as a drum like the disks of the network. */
export function UserData({ columns: { data } }: { columns: Columns }) {
  const round = dataWidth / 2;
  return (
    <>
      <path className="box" d={`M${data} 34v44a${round} 8 0 0 0 ${dataWidth} 0v-44`} />
      <ellipse className="box" cx={data + round} cy="34" rx={round} ry="8" />
      <Lines lines={["User data"]} x={data + round} y={62} />
    </>
  );
}

/** An arrow from left to right, or from right to left. */
export function Arrow({ from, to, y, head }: { from: number; to: number; y: number; head: string }) {
  return <path className="go" d={`M${from} ${y}H${to}`} markerEnd={`url(#${head})`} />;
}
