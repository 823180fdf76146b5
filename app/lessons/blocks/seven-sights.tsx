import { Sight, SightPatterns } from "~/figures/sight";
import { learns, metadataAbout, type ObserverId } from "~/lab/model";
import { presets } from "~/lab/presets";

/** The seven observers of the lab in few words, in the order in which the message reaches them. */
const names: [ObserverId, string, string][] = [
  ["O1_wifi", "Café Wi-Fi", "someone listening"],
  ["O2_backbone", "The backbone", "a tap on long-distance fibre"],
  ["O3_inter_dc", "Between data centres", "a tap on the link"],
  ["O4_disk_thief", "A stolen disk", "from the data centre"],
  ["O5_provider", "The provider", "or staff with access"],
  ["O6_demand", "A demand", "that the provider answers"],
  ["O7_device_thief", "Ben’s phone", "unlocked, in other hands"],
];

/** What seven observers see of one message, set as Microsoft's statements of 2013 describe it (preset P2, demand served). */
export function SevenSights() {
  const settings = presets.find(({ id }) => id === "P2")?.variants.find((variant) => variant.demand_served);
  if (!settings) return null;
  const learned = learns(settings);
  return (
    <>
      <SightPatterns />
      <ul className="sights">
        {names.map(([id, name, place]) => (
          <li key={id}>
            <Sight learns={learned[id]} about={metadataAbout(id, settings)} />
            <span>
              <b>{name}</b> {place}
              <span className="vh">: learns {learned[id]}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
