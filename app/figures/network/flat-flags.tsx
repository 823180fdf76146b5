import { abroad, collectionPoints, Flag, FlagLegend } from "./flag";
import { Lines } from "./words";

/** The collection points on the flat drawing, each flag beside the place that it marks. */
export function FlatFlags() {
  return (
    <>
      <path className="thin br" d="M358 336v8h498v-8M607 344v10" />
      <Flag point={collectionPoints.prism} x={480} y={354} width={254} />
      <path className="pole" d="M338 50v78" />
      <Flag point={collectionPoints.upstream} x={120} y={23} width={268} />
      <path className="pole reported" d="M557 174v94" />
      <Flag point={collectionPoints.muscular} x={462} y={268} width={226} />
      <path className="dotted" d="M716 66v113" />
      <Lines className="soft" lines={[abroad.join(" ")]} x={716} y={50} />
      <FlagLegend solid={{ x: 58, y: 410 }} dashed={{ x: 340, y: 410 }} />
    </>
  );
}
