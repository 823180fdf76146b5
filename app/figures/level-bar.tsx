/** One part of the bar: how many of all, its class, which fills it, and whether it is striped. */
export type Part = { name: string; count: number; fill: string; striped?: boolean };

const width = 600;

/**
 * One bar that is shared out: each part as wide as its count, with its count in it. Fills differ in pattern and not in colour
 * alone. What it says stands in `label` too.
 */
export function LevelBar({ parts, label }: { parts: Part[]; label: string }) {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  let at = 0;
  return (
    <svg className="levelbar" viewBox={`0 0 ${width} 30`} role="img" aria-label={label}>
      {parts.map(({ name, count, fill, striped }) => {
        const x = at;
        const wide = all > 0 ? (count / all) * width : 0;
        at += wide;
        return count === 0 ? null : (
          <g key={name}>
            <rect className={fill} x={x + 1} y={1} width={Math.max(wide - 2, 1)} height={28} />
            {striped && wide > 4 ? <line className="stripes" x1={x + 2} x2={x + wide - 2} y1={15} y2={15} /> : null}
            {wide > 24 ? (
              <text className={`on-${fill}`} x={x + wide / 2} y={20} textAnchor="middle">
                {count}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
