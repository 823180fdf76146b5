/** The five switches of the lab, in the order in which they are shown and written into addresses. */
export const controls = ["tls", "inter_dc", "at_rest_provider_key", "e2e", "demand_served"] as const;

export type Control = (typeof controls)[number];
export type Settings = Record<Control, boolean>;

/** The switches in words: what each is called, who holds the keys, and what its two states are called. */
export const switchWords: Record<Control, { name: string; note: string; on: string; off: string }> = {
  tls: { name: "TLS, user to provider", note: "Keys: the user’s app and the provider’s front end", ...lock() },
  inter_dc: { name: "Link encryption between data centres", note: "Keys: the provider, at both ends", ...lock() },
  at_rest_provider_key: {
    name: "At rest, provider’s key",
    note: "Key: the provider, kept away from the disk",
    ...lock(),
  },
  e2e: { name: "End-to-end", note: "Keys: the two devices only", ...lock() },
  demand_served: {
    name: "A lawful demand is served (sent and answered)",
    note: "Valid, covers content, and answered",
    on: "yes",
    off: "no",
  },
};

/** What an observer learns about this one message, most first. Content always brings the metadata with it. */
export const learnable = ["content", "metadata", "nothing"] as const;
export type Learns = (typeof learnable)[number];

/** How much is learned, where it stands in a sentence: "the rules say nothing" would say something else. */
export const learnsWords: Record<Learns, string> = {
  content: "learns content",
  metadata: "learns metadata",
  nothing: "learns nothing",
};

/** The places on the way, in the order in which the message reaches them. */
export const nodes = [
  { id: "sender_device", name: "Sender’s device" },
  { id: "access_network", name: "Access network (café Wi-Fi)" },
  { id: "backbone", name: "Backbone / Tier 1 fibre" },
  { id: "front_end", name: "Provider front end" },
  { id: "dc_a", name: "Data centre A" },
  { id: "inter_dc_link", name: "Link between data centres" },
  { id: "dc_b", name: "Data centre B" },
  { id: "storage_disk", name: "Storage disk" },
  { id: "recipient_device", name: "Recipient’s device" },
] as const;

export type NodeId = (typeof nodes)[number]["id"];

/** Who looks, and from where. The ids are those of lab-vectors.json. */
export const observers = [
  { id: "O1_wifi", number: 1, name: "Wi-Fi eavesdropper", place: "on the café network" },
  { id: "O2_backbone", number: 2, name: "Backbone tap", place: "position of Upstream" },
  { id: "O3_inter_dc", number: 3, name: "Tap between data centres", place: "position reported for MUSCULAR" },
  { id: "O4_disk_thief", number: 4, name: "Thief of a disk", place: "carries it out of the building" },
  { id: "O5_provider", number: 5, name: "Provider", place: "or an employee with system access" },
  {
    id: "O6_demand",
    number: 6,
    name: "Government through a demand",
    place: "any legal demand for content; PRISM is one form",
  },
  { id: "O7_device_thief", number: 7, name: "Thief of Ben’s phone", place: "the recipient’s device, unlocked" },
] as const;

export type Observer = (typeof observers)[number];
export type ObserverId = Observer["id"];

/** The settings of an address such as `/lab?tls=1&e2e=0`. Only `1` is on; an unticked box is not sent at all. */
export function readSettings(query: URLSearchParams): Settings {
  const on = (control: Control) => query.get(control) === "1";
  return {
    tls: on("tls"),
    inter_dc: on("inter_dc"),
    at_rest_provider_key: on("at_rest_provider_key"),
    e2e: on("e2e"),
    demand_served: on("demand_served"),
  };
}

/** The query of the address that shows these settings, without the question mark. */
export function settingsQuery(settings: Settings): string {
  return controls.map((control) => `${control}=${settings[control] ? 1 : 0}`).join("&");
}

/** The settings as five digits, T1I0D0E0W1: T, I, D, E, W in the order of `controls`. Source: brief part 5.5. */
export function settingCode(settings: Settings): string {
  return controls.map((control, index) => `${"TIDEW"[index]}${settings[control] ? 1 : 0}`).join("");
}

/** The settings of such a code, or null when it is none. */
export function settingsOf(code: string): Settings | null {
  const digits = /^T([01])I([01])D([01])E([01])W([01])$/.exec(code)?.slice(1);
  return digits ? (Object.fromEntries(controls.map((control, at) => [control, digits[at] === "1"])) as Settings) : null;
}

/** All 32 settings. */
export const everySetting: Settings[] = Array.from({ length: 32 }, (_, bits) =>
  Object.fromEntries(controls.map((control, at) => [control, Boolean((bits >> (4 - at)) & 1)])),
) as Settings[];

/** The same settings with one switch the other way. */
export function flipped(settings: Settings, control: Control): Settings {
  return { ...settings, [control]: !settings[control] };
}

/** How many of the seven somebody predicted rightly. */
export function hitsOf(settings: Settings, predicted: Record<ObserverId, Learns>): number {
  const learned = learns(settings);
  return observers.filter(({ id }) => predicted[id] === learned[id]).length;
}

/** What each of the seven observers learns. Source: brief part 5.3, rules R1 to R6. */
export function learns(settings: Settings): Record<ObserverId, Learns> {
  return {
    O1_wifi: onTheWay(settings),
    O2_backbone: onTheWay(settings),
    O3_inter_dc: betweenDataCentres(settings),
    O4_disk_thief: onTheDisk(settings),
    O5_provider: atTheProvider(settings),
    O6_demand: throughADemand(settings),
    O7_device_thief: onTheOpenDevice(),
  };
}

/** How many of the seven can read the text. */
export function contentCount(settings: Settings): number {
  return Object.values(learns(settings)).filter((learned) => learned === "content").length;
}

/**
 * What the metadata of this observer is about. With TLS on, the path shows only that a device talked to the service
 * ("connection"); elsewhere sender, recipient, time and size can be seen ("message"). Source: brief part 5.2.
 */
export function metadataAbout(observer: ObserverId, settings: Settings): "connection" | "message" {
  return settings.tls && (observer === "O1_wifi" || observer === "O2_backbone") ? "connection" : "message";
}

/** One line for learners: why this observer learns this much under these settings. */
export function why(observer: ObserverId, settings: Settings): string {
  const { inter_dc, at_rest_provider_key, e2e, demand_served } = settings;
  switch (observer) {
    case "O1_wifi":
      return whyOnTheWay("The Wi-Fi", settings);
    case "O2_backbone":
      return whyOnTheWay("The fibre", settings);
    case "O3_inter_dc":
      if (inter_dc) return "This link is locked. Millions of messages share it, and none can be told from another.";
      return e2e
        ? "This link has no lock of its own, so the envelope shows. End-to-end keeps the text locked."
        : "This link has no lock of its own, TLS does not reach it, and nothing else locks the text.";
    case "O4_disk_thief":
      if (at_rest_provider_key) return "The whole disk is locked, envelopes included, and the key is not on it.";
      return e2e
        ? "The disk has no lock, so the envelope shows. End-to-end keeps the text locked."
        : "The disk has no lock and nothing else locks the text.";
    case "O5_provider":
      return e2e
        ? "Only the two devices have the keys to the text. The provider needs the envelope to deliver it, so that shows."
        : "The text is open inside the provider’s systems. Where it is locked on the way or on the disk, the provider has a key.";
    case "O6_demand":
      if (!demand_served) return "No demand is served, so the provider hands over nothing.";
      return e2e
        ? "The provider answers, but it has no key to the text. It can hand over only the envelope."
        : "The provider answers. It can read the text, so it can hand it over.";
    case "O7_device_thief":
      return "The message is opened here to be read. No lock on the way changes that.";
  }
}

function lock() {
  return { on: "locked", off: "open" };
}

/** R1, Wi-Fi and backbone: the text if neither TLS nor end-to-end locks it. Somebody is always seen to talk to the service. */
function onTheWay({ tls, e2e }: Settings): Learns {
  return tls || e2e ? "metadata" : "content";
}

/** R2, link between data centres: locked, it is one bulk stream of millions of users, so one message cannot be told apart. */
function betweenDataCentres({ inter_dc, e2e }: Settings): Learns {
  if (inter_dc) return "nothing";
  return e2e ? "metadata" : "content";
}

/** R3, stolen disk: the provider's key locks the whole disk, headers too, and is not kept on it. */
function onTheDisk({ at_rest_provider_key, e2e }: Settings): Learns {
  if (at_rest_provider_key) return "nothing";
  return e2e ? "metadata" : "content";
}

/** R4, provider: it holds every key except those of the two devices. */
function atTheProvider({ e2e }: Settings): Learns {
  return e2e ? "metadata" : "content";
}

/** R5, demand: nothing unless it is served; then what the provider itself learns (R4), never more. */
function throughADemand(settings: Settings): Learns {
  return settings.demand_served ? atTheProvider(settings) : "nothing";
}

/** R6, unlocked device of the recipient: the text is open there, always. */
function onTheOpenDevice(): Learns {
  return "content";
}

function whyOnTheWay(stretch: string, { tls, e2e }: Settings): string {
  if (tls && e2e)
    return `${stretch} carries a connection to the service, and that shows. TLS and end-to-end both lock the text.`;
  if (tls) return `${stretch} carries a connection to the service, and that shows. TLS locks the text.`;
  if (e2e) return `${stretch} shows the envelope, because TLS is off. End-to-end keeps the text locked.`;
  return `${stretch} shows the text: TLS is off here and nothing else locks it.`;
}
