import { lanes } from "./lanes/lane";
import type { Columns } from "./lanes/parts";
import { Canvas } from "./network/canvas";
import { Lines } from "./network/words";

/** Source: brief, D-L2. What Microsoft said of each lane is the caption’s to say, where the figure stands. */
const alt =
  "Four lanes between an agency, a company and user data: 1 lawful demand, 2 direct access, 3 backdoor, 4 copying on a link.";

const flat: Columns = { agency: 176, wall: 430, review: 446, data: 740, end: 912 };
const tall: Columns = { agency: 2, wall: 132, review: 142, data: 248, end: 338 };

/**
 * Four ways in which data can reach an agency (diagram D-L2 of brief part 2), drawn twice like the network: four rows
 * for wide places, four small pictures for narrow ones. Needs an ancestor with the class `fig`.
 */
export function LanesFigure({ id }: { id: string }) {
  return (
    <div className="net lanes">
      <Canvas kind="flat" id={`${id}-flat`} alt={alt} width={920} height={lanes.length * 122 - 12}>
        {lanes.map(({ name, Lane }, row) => (
          <g key={name} transform={`translate(0 ${row * 122})`}>
            {row > 0 && <path className="part" d="M0-6h920" />}
            <Lines className="s name" lines={[`${row + 1}  ${name}`]} x={4} y={50} />
            <Lane columns={flat} head={`${id}-flat-head`} />
          </g>
        ))}
      </Canvas>
      <Canvas kind="tall" id={`${id}-tall`} alt={alt} width={340} height={lanes.length * 154 - 12}>
        {lanes.map(({ name, Lane }, row) => (
          <g key={name} transform={`translate(0 ${row * 154})`}>
            <Lines className="s name" lines={[`${row + 1}  ${name}`]} x={2} y={12} />
            <g transform="translate(0 30)">
              <Lane columns={tall} head={`${id}-tall-head`} />
            </g>
          </g>
        ))}
      </Canvas>
    </div>
  );
}
