import { abroad, collectionPoints, Flag, FlagLegend, FlagNumber } from "./flag";
import { Lines } from "./words";

/** The collection points on the tall drawing: numbers at the places, the flags with their labels from `foot` on. */
export function TallFlags({ drop, foot }: { drop: number; foot: number }) {
  return (
    <>
      <path className="thin br" d={`M10 246h-7V${474 + drop}h7`} />
      <FlagNumber point={collectionPoints.prism} x={3} y={306} />
      <FlagNumber point={collectionPoints.upstream} x={97} y={222} />
      <FlagNumber point={collectionPoints.muscular} x={120} y={347} />
      <path className="dotted" d="M222 320v60" />
      <Lines className="soft e" lines={abroad} x={272} y={394} step={16} />
      <Flag point={collectionPoints.prism} x={-14} y={foot} width={354} />
      <Flag point={collectionPoints.upstream} x={-14} y={foot + 33} width={354} />
      <Flag point={collectionPoints.muscular} x={-14} y={foot + 66} width={354} />
      <FlagLegend solid={{ x: -14, y: foot + 122 }} dashed={{ x: -14, y: foot + 146 }} />
    </>
  );
}
