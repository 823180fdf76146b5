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

/** The parts of the drawing on the way, and the lock of each; the front end has none of its own. */
const parts: { place: Pin["place"]; name: string; lock?: Control }[] = [
  { place: "access_network", name: "the access network", lock: "tls" },
  { place: "backbone", name: "the backbone", lock: "tls" },
  { place: "front_end", name: "the provider’s front end" },
  { place: "inter_dc_link", name: "the link between the data centres", lock: "inter_dc" },
  { place: "storage_disk", name: "the storage disk", lock: "at_rest_provider_key" },
];

const observed = `Numbers mark where the observers stand: ${observers.map(({ number, name }) => `${number} ${name}`).join(", ")}.`;

/** The picture in words: the way, what is locked, and whether observers are marked. Source: brief, D-L1. */
export function networkAlt({
  settings,
  question,
  watched,
  flagged,
  hops,
  pins,
}: {
  settings?: Settings;
  question: boolean;
  watched: boolean;
  flagged: boolean;
  /** Whether the drawing shows what can be read on each part of the way. */
  hops: boolean;
  pins: Pin[];
}): string {
  if (question)
    return [placesOnly, ...pins.map(({ name, place }) => `You placed ${name} at ${nameOf(place)}.`)].join(" ");
  const named = (on: boolean) =>
    locks.filter(([control]) => (settings?.[control] ?? false) === on).map(([, name]) => name);
  return [
    flagged ? collection : way,
    `${hops ? "Locked" : "As shown here, locked"}: ${named(true).join(", ") || "none"}. Open: ${named(false).join(", ") || "none"}.`,
    hops
      ? hopWords(settings)
      : settings && `The places in order: ${nodes.map(({ id, name }) => placeIn(settings, id, name)).join("; ")}.`,
    watched && observed,
  ]
    .filter(Boolean)
    .join(" ");
}

/** A place, and how its own lock stands where it has one. */
function placeIn(settings: Settings, id: Pin["place"], name: string): string {
  const lock = parts.find(({ place }) => place === id)?.lock;
  return lock ? `${name}, ${settings[lock] ? "locked" : "open"}` : name;
}

const list = new Intl.ListFormat("en-GB");

/** Where the drawing shows the message, its envelope alone, or the hatching of what is sealed. */
function hopWords(settings: Partial<Settings> = {}): string {
  const open = parts.flatMap(({ name, lock }) => (lock && settings[lock] ? [] : [name]));
  const sealed = parts.flatMap(({ name, lock }) => (lock && settings[lock] ? [name] : []));
  return [
    settings.e2e
      ? `Only “Ama → Ben” can be read, and not the message: at ${list.format(open)}.`
      : `“Meet at 6” can be read at ${list.format(open)}.`,
    sealed.length > 0 && `Nobody can read it on the way through ${list.format(sealed)}.`,
    "On the way back to the recipient it is as on the way out.",
  ]
    .filter(Boolean)
    .join(" ");
}

function nameOf(place: Pin["place"]): string | undefined {
  return nodes.find(({ id }) => id === place)?.name;
}
