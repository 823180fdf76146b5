import type { Learns } from "~/lab/model";

const tint = "sight-tint";

/**
 * What one observer holds in the hand: an opened letter, the outside of an envelope, or only its tint. Decoration: the
 * word for it has to stand beside it. The page needs `SightPatterns` once.
 */
export function Sight({ learns, about = "connection" }: { learns: Learns; about?: "connection" | "message" }) {
  return (
    <svg className="sight" viewBox="0 0 160 102" aria-hidden="true">
      {learns === "content" && <OpenedLetter />}
      {learns === "metadata" && <Envelope about={about} />}
      {learns === "nothing" && <path className="h" fill={`url(#${tint})`} d="M6 14h148v86H6z" />}
    </svg>
  );
}

/** What such a picture shows, in words. */
export function sightWords(learns: Learns, about: "connection" | "message"): string {
  if (learns === "content") return "the opened letter: “Meet at 6”";
  if (learns === "nothing") return "a hatched surface with nothing to read on it";
  const [from, to] = outside[about];
  return `the outside of an envelope: ${from} ${to}, 17:42, 1 kB`;
}

const outside = {
  connection: ["Ama’s phone", "to mail service"],
  message: ["From Ama", "to Ben"],
} as const;

/** The security tint that all sights of a page share. */
export function SightPatterns() {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id={tint} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="tint" d="M0 0v6" />
        </pattern>
      </defs>
    </svg>
  );
}

function OpenedLetter() {
  return (
    <>
      <path className="p" d="M6 46 80 3l74 43v54H6z" />
      <path className="h" fill={`url(#${tint})`} d="M6 46 80 3l74 43z" />
      <path className="p" d="M20 18h120v66H20z" />
      <text className="w" x="80" y="47">
        Meet at 6
      </text>
      <path className="p" d="m6 46 66 33q8 4 16 0l66-33v54H6z" />
    </>
  );
}

/** With TLS the address is the service's; without it, or past the front end, it is the recipient's. */
function Envelope({ about }: { about: "connection" | "message" }) {
  const [from, to] = outside[about];
  return (
    <>
      <path className="p" d="M6 14h148v86H6z" />
      <path className="h" fill={`url(#${tint})`} d="M128 21h19v23h-19z" />
      <text className="k" x="121" y="34">
        17:42, 1 kB
      </text>
      <text x="16" y="68">
        {from}
      </text>
      <text x="16" y="87">
        {to}
      </text>
    </>
  );
}
