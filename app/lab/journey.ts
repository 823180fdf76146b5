import { type Learns, learns, metadataAbout, type NodeId, nodes, type ObserverId, type Settings } from "./model";

/** One stop of the message: where it is, what of it can be seen there, who looks, and what happens to it. */
export type Stop = {
  node: NodeId;
  /** On the way to the provider's disk, or on the way to the recipient. */
  leg: "out" | "back";
  name: string;
  shows: Learns;
  /** Whose metadata it is, where only metadata shows. */
  about: "connection" | "message";
  observers: ObserverId[];
  says: string;
};

const out = [
  "sender_device",
  "access_network",
  "backbone",
  "front_end",
  "dc_a",
  "inter_dc_link",
  "dc_b",
  "storage_disk",
] as const;
const back = ["front_end", "backbone", "access_network", "recipient_device"] as const;

/** Who decides what shows at a place: the observer who stands there, or could. Nobody looks into the sender's device. */
const eyes: Record<NodeId, ObserverId | null> = {
  sender_device: null,
  access_network: "O1_wifi",
  backbone: "O2_backbone",
  front_end: "O5_provider",
  dc_a: "O5_provider",
  inter_dc_link: "O3_inter_dc",
  dc_b: "O5_provider",
  storage_disk: "O4_disk_thief",
  recipient_device: "O7_device_thief",
};

/** Where each observer sees the message first. */
const standing: Partial<Record<NodeId, ObserverId[]>> = {
  access_network: ["O1_wifi"],
  backbone: ["O2_backbone"],
  front_end: ["O5_provider", "O6_demand"],
  inter_dc_link: ["O3_inter_dc"],
  storage_disk: ["O4_disk_thief"],
  recipient_device: ["O7_device_thief"],
};

/**
 * The way of the message, stop by stop: out to the disk, then back over the same networks to the recipient. What shows at a
 * stop is what the rules say its observer learns, so that way, picture and table cannot differ. Source: brief part 5.1.
 */
export function journey(settings: Settings): Stop[] {
  const learned = learns(settings);
  const stop = (node: NodeId, leg: Stop["leg"]): Stop => {
    const eye = eyes[node];
    return {
      node,
      leg,
      name: nodes.find(({ id }) => id === node)?.name ?? "",
      shows: eye ? learned[eye] : "content",
      about: eye ? metadataAbout(eye, settings) : "message",
      observers: leg === "out" || node === "recipient_device" ? (standing[node] ?? []) : [],
      says: says(node, leg, settings),
    };
  };
  return [...out.map((node) => stop(node, "out")), ...back.map((node) => stop(node, "back"))];
}

function says(node: NodeId, leg: Stop["leg"], settings: Settings): string {
  const { tls, inter_dc, at_rest_provider_key, e2e } = settings;
  switch (node) {
    case "sender_device":
      return e2e
        ? "Ama writes “Meet at 6”. Her device locks the text with a key that only the two devices have."
        : "Ama writes “Meet at 6”. Nothing locks the text itself.";
    case "access_network":
    case "backbone":
      if (tls) return "It travels inside TLS. That a device talks to the service shows, and when, and how much.";
      return e2e
        ? "It travels without TLS, so the envelope shows: from Ama, to Ben. The text stays locked."
        : "It travels open. The words themselves pass by here.";
    case "front_end":
      return leg === "back" ? "The provider sends the message on to Ben." : atTheFrontEnd(settings);
    case "dc_a":
      return e2e
        ? "It is inside the provider’s systems, still locked by the two devices."
        : "It is open inside the provider’s systems. A copy goes to the other data centre.";
    case "inter_dc_link":
      if (inter_dc) return "The link has its own lock. The copy goes under in one stream with millions of others.";
      return e2e
        ? "The link has no lock of its own, so the envelope shows. The text stays locked."
        : "The link has no lock of its own. The copy crosses it open.";
    case "dc_b":
      return inter_dc ? "The lock of the link ends here. The copy is kept." : "The copy has arrived, and is kept.";
    case "storage_disk":
      if (at_rest_provider_key)
        return "The whole disk is locked. The key is the provider’s, and it is not on the disk.";
      return e2e
        ? "The disk has no lock, so the envelope lies there. The text stays locked."
        : "The disk has no lock. The words lie on it as they were written.";
    case "recipient_device":
      return "Ben’s device opens the message, so that he can read it.";
  }
}

function atTheFrontEnd({ tls, e2e, demand_served }: Settings): string {
  const sentences = [
    tls && "TLS ends here.",
    e2e
      ? "The provider reads the envelope to deliver it, and has no key to the text."
      : "The provider can read the text.",
    demand_served ? "A demand is served: what the provider can read, it hands over." : "No demand is served.",
  ];
  return sentences.filter(Boolean).join(" ");
}
