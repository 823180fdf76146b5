import { describe, expect, test } from "vitest";
import { journey } from "~/lab/journey";
import { everySetting, type Learns, learns, nodes, observers, settingCode } from "~/lab/model";
import { lastStop } from "~/lab/way";

const amount: Record<Learns, number> = { nothing: 0, metadata: 1, content: 2 };

describe("the way of the message, under all 32 settings", () => {
  test("goes out to the disk and back to the recipient, and shows every place of the network", () => {
    for (const settings of everySetting) {
      const stops = journey(settings);
      expect(stops).toHaveLength(lastStop + 1);
      expect(stops.map(({ node }) => node)).toEqual([
        ...["sender_device", "access_network", "backbone", "front_end", "dc_a", "inter_dc_link", "dc_b"],
        ...["storage_disk", "front_end", "backbone", "access_network", "recipient_device"],
      ]);
      expect(new Set(stops.map(({ node }) => node)).size).toBe(nodes.length);
    }
  });

  test("meets each of the seven observers once, and shows what that one learns", () => {
    for (const settings of everySetting) {
      const learned = learns(settings);
      const met = journey(settings).flatMap(({ observers: here, shows }) => here.map((id) => [id, shows] as const));
      expect(met.map(([id]) => id).sort()).toEqual(observers.map(({ id }) => id).sort());
      for (const [id, shows] of met) {
        if (id === "O6_demand" && !settings.demand_served) expect(learned[id]).toBe("nothing");
        else expect(learned[id], `${settingCode(settings)} ${id}`).toBe(shows);
        expect(amount[learned[id]]).toBeLessThanOrEqual(amount[shows]);
      }
    }
  });

  test("is as open on the way back as on the way out", () => {
    for (const settings of everySetting)
      for (const node of ["access_network", "backbone", "front_end"]) {
        const shown = journey(settings).filter((stop) => stop.node === node);
        expect(new Set(shown.map(({ shows }) => shows)).size).toBe(1);
      }
  });

  test("says of a lock only what is so", () => {
    for (const settings of everySetting)
      for (const { says, shows } of journey(settings)) {
        if (/inside TLS|TLS ends/.test(says)) expect(settings.tls).toBe(true);
        if (says.includes("without TLS")) expect(settings.tls).toBe(false);
        if (
          /still locked|locks the text|text stays locked|no key to the text/.test(says) &&
          !says.includes("Nothing locks")
        )
          expect(settings.e2e).toBe(true);
        if (/link has its own lock|lock of the link/.test(says)) expect(settings.inter_dc).toBe(true);
        if (says.includes("whole disk is locked")) expect(settings.at_rest_provider_key).toBe(true);
        if (says.includes("A demand is served")) expect(settings.demand_served).toBe(true);
        if (/open|as they were written|The words/.test(says) && !says.includes("opens the message"))
          expect(shows, `${settingCode(settings)}: ${says}`).toBe("content");
      }
  });
});
