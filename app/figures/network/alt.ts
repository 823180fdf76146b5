import { type Control, nodes, observers, type Settings } from "~/lab/model";
import type { Pin } from "./drawing";

const way =
  "A message goes from the sender through Wi-Fi and backbone to the provider, is copied between two data centres, stored on a disk and delivered to the recipient. Four kinds of encryption cover different parts.";

/** Names the places and nothing else: a question must not be answered by its picture, nor by the words for it. */
const placesOnly =
  "The sender’s device, the access network, the backbone, the provider’s front end, data centre A, the link to data centre B, its storage disk, and the way back to the recipient’s device.";

/** Source: brief, D-L3. The outlines and the dotted line are told in words too. */
const collection =
  "PRISM is marked at the provider, Upstream on the backbone between users and provider, MUSCULAR on the link between two data centres. The outline of MUSCULAR is dashed: it is reported from leaked documents; the other two are officially described. Part of the route of that link may lie outside the US.";

const locks = [
  ["tls", "TLS"],
  ["inter_dc", "link encryption"],
  ["at_rest_provider_key", "encryption at rest"],
  ["e2e", "end-to-end encryption"],
] as const;

const lockAt: Partial<Record<Pin["place"], Control>> = {
  access_network: "tls",
  backbone: "tls",
  inter_dc_link: "inter_dc",
  storage_disk: "at_rest_provider_key",
};

const observed = `Numbers mark where the observers stand: ${observers.map(({ number, name }) => `${number} ${name}`).join(", ")}.`;

/** The picture in words: the way, which locks are shut, and whether observers are marked. Source: brief, D-L1. */
export function networkAlt({
  settings,
  question,
  watched,
  flagged,
  pins,
}: {
  settings?: Settings;
  question: boolean;
  watched: boolean;
  flagged: boolean;
  pins: Pin[];
}): string {
  if (question)
    return [placesOnly, ...pins.map(({ name, place }) => `You placed ${name} at ${nameOf(place)}.`)].join(" ");
  const named = (on: boolean) =>
    locks.filter(([control]) => (settings?.[control] ?? false) === on).map(([, name]) => name);
  return [
    flagged ? collection : way,
    `Locked: ${named(true).join(", ") || "none"}. Open: ${named(false).join(", ") || "none"}.`,
    settings && `The places in order: ${nodes.map(({ id, name }) => placeIn(settings, id, name)).join("; ")}.`,
    watched && observed,
  ]
    .filter(Boolean)
    .join(" ");
}

/** A place, and how its own lock stands where it has one. */
function placeIn(settings: Settings, id: Pin["place"], name: string): string {
  const lock = lockAt[id];
  return lock ? `${name}, ${settings[lock] ? "locked" : "open"}` : name;
}

function nameOf(place: Pin["place"]): string | undefined {
  return nodes.find(({ id }) => id === place)?.name;
}
