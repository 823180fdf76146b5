/**
 * The simplifications of the model, in the order of brief part 5.6. `sources` are ids of claims and background references,
 * `words` those that the glossary explains.
 */
export const leftOut: { text: string; sources: string[]; words?: string[] }[] = [
  {
    text: "No encryption is broken here, and nobody steals, copies or is made to hand over a key: the demand asks the provider for what it can read, not for its keys. Reports describe attempts on keys and on standards.",
    sources: ["B34"],
  },
  {
    text: "To stand somewhere is not yet to collect. Observers 2 and 3 show what could be seen at that point. Official descriptions of Upstream say that traffic is filtered for selectors; how much is kept is not shown.",
    sources: [],
    words: ["selector"],
  },
  {
    text: "One provider serves both people. E-mail between two providers takes one more step, with its own encryption, and the second provider could read it too.",
    sources: ["B32"],
  },
  {
    text: "TLS is on or off for sender and recipient alike. If they differed, the less protected side would decide.",
    sources: [],
  },
  {
    text: "With TLS on, metadata on the Wi-Fi and the backbone means that a device talked to the service, not the recipient’s name. A VPN, Tor, or hidden server names on shared hosting would show less still.",
    sources: [],
    words: ["vpn", "tor", "hidden-server-name"],
  },
  {
    text: "A locked link counts as “nothing”. A real tap would still see that two sites exchange data, when, and how much in all.",
    sources: [],
  },
  {
    text: "The disk has one key, held by the provider. A key for each user, a key held by the customer or a key left on the disk would work differently. While a server is running and unlocked, the lock on its disk does not protect it.",
    sources: [],
  },
  {
    text: "End-to-end covers the text of the message only, and both people have checked their keys. An unencrypted cloud backup, a changed app, a false key or a contact who passes the message on would undo it. Group chats, link previews and reports of abuse are left out.",
    sources: [],
    words: ["link-preview"],
  },
  {
    text: "The demand is valid, covers content and is answered. Many real ones reach only subscriber records (observer 6 would then learn metadata at most), or are narrowed, refused or challenged. Demands for future messages and for stored ones are not told apart.",
    sources: [],
  },
  {
    text: "“Employee” stands for anyone with access to the provider’s systems. Real companies limit that access and keep a log of it.",
    sources: [],
  },
  {
    text: "Ben’s phone is unlocked when it is stolen. If it were locked and encrypted, that would be encryption at rest with the user’s own key.",
    sources: [],
  },
  {
    text: "Data in use (in the memory of a computer), malware on the sender’s device and differences between countries’ laws are left out.",
    sources: [],
  },
  {
    text: "The lab says what can be learned technically. It does not say whether any access is lawful, justified or useful.",
    sources: [],
  },
  {
    text: "The provider keeps the metadata of each delivery. Some services keep almost none; observers 4, 5 and 6 would then learn less than “metadata”.",
    sources: [],
  },
];
