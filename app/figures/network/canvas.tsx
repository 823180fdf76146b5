import type { ReactNode } from "react";

/** One drawing with its text alternative. */
export function Canvas({ kind, id, alt, width, height, left = 0, top = 0, told = false, children }: CanvasProps) {
  return (
    <svg className={kind} viewBox={`${left} ${top} ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
      <title id={`${id}-title`}>{alt}</title>
      <defs>
        {told && (
          <pattern id={`${id}-tint`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path className="tint" d="M0 0v7" />
          </pattern>
        )}
        <marker id={`${id}-head`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path className="head" d="M0 1l7 3-7 3" />
        </marker>
      </defs>
      {children}
    </svg>
  );
}

type CanvasProps = {
  kind: "flat" | "tall";
  id: string;
  alt: string;
  width: number;
  height: number;
  left?: number;
  top?: number;
  /** Whether anything in it may be sealed. */
  told?: boolean;
  children: ReactNode;
};
