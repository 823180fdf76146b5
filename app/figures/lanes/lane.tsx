import { Lines } from "../network/words";
import { Agency, Arrow, agencyWidth, Company, type LaneProps, UserData } from "./parts";

/** The company is asked, reviews, pulls the data itself and hands over a copy. */
function LawfulDemand({ columns, head }: LaneProps) {
  const { agency, wall, review, data } = columns;
  const out = agency + agencyWidth;
  const middle = (out + wall) / 2;
  return (
    <>
      <Company columns={columns} />
      <Agency columns={columns} />
      <UserData columns={columns} />
      <rect className="box" x={review} y="32" width="62" height="44" />
      <Lines lines={["review"]} x={review + 31} y={54} />
      <Arrow from={out} to={wall} y={40} head={head} />
      <g transform={`translate(${middle - 9} 27)`}>
        <path className="box" d="M0 0h11l5 5v17H0z" />
        <path className="thin" d="M4 9h8M4 13h8M4 17h5" />
      </g>
      <Arrow from={review + 62} to={data} y={54} head={head} />
      <Arrow from={wall} to={out} y={66} head={head} />
      <Lines lines={["copy"]} x={middle} y={80} />
    </>
  );
}

/** The agency reaches the data itself, by a door that the company made. */
function DirectAccess({ columns, head }: LaneProps) {
  return (
    <>
      <Company columns={columns} />
      <rect className="box" x={columns.wall - 7} y="37" width="14" height="38" />
      <Way columns={columns} head={head} door="granted login" />
    </>
  );
}

/** The same by a way that is hidden: the wall shows no door. */
function Backdoor({ columns, head }: LaneProps) {
  return (
    <>
      <Company columns={columns} />
      <Way columns={columns} head={head} door="hidden bypass" />
    </>
  );
}

/** From the agency through the company's wall to the data. */
function Way({ columns, head, door }: LaneProps & { door: string }) {
  return (
    <>
      <Agency columns={columns} />
      <UserData columns={columns} />
      <Arrow from={columns.agency + agencyWidth} to={columns.data} y={56} head={head} />
      <Lines className="s" lines={[door]} x={columns.wall + 13} y={43} />
    </>
  );
}

/** The data is on its way outside the company; the agency joins the pipe and the company has no part in it. */
function CopyingOnALink({ columns, head }: LaneProps) {
  const { agency, wall, data, end } = columns;
  const start = wall - 22;
  const icon = Math.min(data, end - 120);
  return (
    <>
      <Company columns={columns} height={32} />
      <Agency columns={columns} />
      <rect className="pipe" x={start} y="52" width={end - start} height="34" />
      <path className="wall" d={`M${start} 52H${end}M${start} 86H${end}`} />
      <path className="box" d={`M${icon - 30} 61v14a10 3.5 0 0 0 20 0v-14`} />
      <ellipse className="box" cx={icon - 20} cy="61" rx="10" ry="3.5" />
      <Lines className="s" lines={["User data"]} x={icon - 4} y={69} />
      <Arrow from={icon + 68} to={end - 10} y={69} head={head} />
      <path className="go" d={`M${agency + agencyWidth / 2} 78v24H${wall + 30}V88`} markerEnd={`url(#${head})`} />
    </>
  );
}

/** The four lanes of diagram D-L2, in its order. */
export const lanes = [
  { name: "Lawful demand", Lane: LawfulDemand },
  { name: "Direct access", Lane: DirectAccess },
  { name: "Backdoor", Lane: Backdoor },
  { name: "Copying on a link", Lane: CopyingOnALink },
];
