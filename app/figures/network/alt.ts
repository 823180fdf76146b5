import type { Settings } from "~/lab/model";

const way =
  "A message goes from the sender through Wi-Fi and backbone to the provider, is copied between two data centres, stored on a disk and delivered to the recipient. Four kinds of encryption cover different parts.";

/** Names the places and nothing else: a question must not be answered by its picture, nor by the words for it. */
const placesOnly =
  "The sender’s device, the access network, the backbone, the provider’s front end, data centre A, the link to data centre B, its storage disk, and the way back to the recipient’s device.";

const locks = [
  ["tls", "TLS"],
  ["inter_dc", "link encryption"],
  ["at_rest_provider_key", "encryption at rest"],
  ["e2e", "end-to-end encryption"],
] as const;

/** The picture in words: the way, which locks are shut, and whether observers are marked. Source: brief, D-L1. */
export function networkAlt({
  settings,
  question,
  watched,
}: {
  settings?: Settings;
  question: boolean;
  watched: boolean;
}): string {
  if (question) return placesOnly;
  const named = (on: boolean) =>
    locks.filter(([control]) => (settings?.[control] ?? false) === on).map(([, name]) => name);
  return [
    way,
    `Locked: ${named(true).join(", ") || "none"}. Open: ${named(false).join(", ") || "none"}.`,
    watched && "Numbers 1 to 7 mark where the observers stand.",
  ]
    .filter(Boolean)
    .join(" ");
}
