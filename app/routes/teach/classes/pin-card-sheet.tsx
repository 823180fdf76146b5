import type { Square } from "~/components/qr";

type Props = {
  className: string;
  code: string | null;
  /** What is typed, without the protocol. */
  address: string;
  square: Square;
  cards: { personId: string; name: string; pin: string }[];
};

/** A card for each student to cut out: how to get into the class, as whom, with which PIN. */
export function PinCardSheet({ className, code, address, square: { path, size }, cards }: Props) {
  return (
    <>
      {/* Drawn once and used on every card: it is the same for all. */}
      <svg width="0" height="0" aria-hidden="true">
        <symbol id="way" viewBox={`0 0 ${size} ${size}`}>
          <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
          <path fill="#000" d={path} shapeRendering="crispEdges" />
        </symbol>
      </svg>
      <ul className="cutouts pincards">
        {cards.map(({ personId, name, pin }) => (
          <li key={personId}>
            <b>{name}</b>
            <dl>
              <dt>Class</dt>
              <dd>{className}</dd>
              <dt>Open</dt>
              <dd>{address}</dd>
              <dt>Code</dt>
              <dd>{code ?? "ask your teacher"}</dd>
              <dt>PIN</dt>
              <dd className="pin">
                {pin.slice(0, 3)} {pin.slice(3)}
              </dd>
            </dl>
            <svg className="way" aria-hidden="true">
              <use href="#way" />
            </svg>
          </li>
        ))}
      </ul>
    </>
  );
}
