import type { ObserverId } from "./model";

/** The rules of the model, in the order of brief part 5.3, in plain words. Pairs and explanations cite them by their ids. */
export const rules: { id: string; of: ObserverId[]; who: string; says: string }[] = [
  {
    id: "R1",
    of: ["O1_wifi", "O2_backbone"],
    who: "Wi-Fi eavesdropper and backbone tap",
    says: "Content if TLS is off and end-to-end is off too. Otherwise metadata: that a device talks to the service always shows.",
  },
  {
    id: "R2",
    of: ["O3_inter_dc"],
    who: "Tap between data centres",
    says: "Nothing if the link is locked, because it carries one stream with the messages of millions. If it is open: metadata with end-to-end, content without.",
  },
  {
    id: "R3",
    of: ["O4_disk_thief"],
    who: "Thief of a disk",
    says: "Nothing if the disk is locked, because the key is not kept on it. If it is open: metadata with end-to-end, content without.",
  },
  {
    id: "R4",
    of: ["O5_provider"],
    who: "Provider",
    says: "Metadata with end-to-end, because only the two devices have the keys. Content without it: the provider holds every other key.",
  },
  {
    id: "R5",
    of: ["O6_demand"],
    who: "Government through a demand",
    says: "Nothing if no demand is served. If one is: the same as the provider, never more.",
  },
  {
    id: "R6",
    of: ["O7_device_thief"],
    who: "Thief of Ben’s unlocked phone",
    says: "Content, always. The message is opened there to be read.",
  },
];

/** The address at which a rule can be read, whatever the switches are. @param id "R3" */
export function ruleAddress(id: string): string {
  return `/lab?rules=1#${id.toLowerCase()}`;
}

/** The rule that settles what this observer learns, and where it stands. */
export function ruleOf(observer: ObserverId): { id: string; href: string } {
  const { id } = rules.find(({ of }) => of.includes(observer)) as (typeof rules)[number];
  return { id, href: `#${id.toLowerCase()}` };
}

/** The rules with their numbers. They answer every prediction, so they stay closed until somebody asks for them. */
export function Rules({ open = false }: { open?: boolean }) {
  return (
    <section className="stack" id="rules" aria-labelledby="lab-rules">
      <h2 id="lab-rules">The rules of the lab</h2>
      <p className="read">
        Six rules, R1 to R6, decide who learns what. They are our model, not something that somebody said. In lessons
        and answers the letters <b>LAB</b> after a sentence mean that it follows from these rules; the seven other marks
        tell how a statement is known.
      </p>
      <details open={open}>
        <summary>Read the six rules</summary>
        <dl className="rules">
          {rules.map(({ id, who, says }) => (
            <div key={id} id={id.toLowerCase()} tabIndex={-1}>
              <dt>
                {id}. {who}
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
