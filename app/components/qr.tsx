/** A square to scan. `path` is one of unit squares, as many a side as `size`. */
export type Square = { path: string; size: number };

type Props = { square: Square; says: string };

/** A square to scan, black on white whatever the page's colours are, since scanners want it so. @param says where it leads */
export function Qr({ square: { path, size }, says }: Props) {
  return (
    <svg
      role="img"
      aria-label={`A square to scan: ${says}`}
      width="180"
      height="180"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
