import { uuidv7 } from "uuidv7";
import { labPredictions } from "#drizzle/schema";
import { db } from "~/db.server";
import type { Random } from "~/interactions/contract";
import { seeded } from "~/interactions/shuffled";
import { hitsOf, type Learns, learns, type ObserverId, observers, settingsOf } from "~/lab/model";
import { later, on } from "./calendar";
import type { Student } from "./week.server";

/** What somebody says who takes the padlock for a lock against the provider, or a demand for a key to everything. */
const slips: Record<ObserverId, Learns> = {
  O1_wifi: "nothing",
  O2_backbone: "content",
  O3_inter_dc: "metadata",
  O4_disk_thief: "nothing",
  O5_provider: "metadata",
  O6_demand: "content",
  O7_device_thief: "metadata",
};
/** What the class finds hard: who holds the key. */
const hard: ObserverId[] = ["O3_inter_dc", "O5_provider", "O6_demand"];

/**
 * The lessons in which 9B was in the lab: at which setting, in which week on which day, and what they had learned by then. In the first
 * everybody predicts before they talk about it, and half of them again at its end.
 */
const hours = [
  { code: "T1I0D0E0W0", week: -3, day: 2, wall: "10:05", learned: -0.12, only: () => true },
  { code: "T1I0D0E0W0", week: -3, day: 2, wall: "10:40", learned: 0.22, only: (index: number) => index % 2 === 0 },
  { code: "T1I1D1E1W1", week: -1, day: 2, wall: "10:15", learned: 0.02, only: (index: number) => index % 3 > 0 },
];

/** Lets the class predict in the lab. Who loses touch is there the first time only. */
export async function predictInTheLab(students: Student[]): Promise<void> {
  const rows = hours.flatMap(({ code, week, day, wall, learned, only }, hour) =>
    students.flatMap((student, index) => {
      const settings = settingsOf(code);
      if (!settings || !only(index) || (hour > 0 && student.ways[1] === "never")) return [];
      const random = seeded(7000 + 100 * hour + index);
      const right = learns(settings);
      const predicted = Object.fromEntries(
        observers.map(({ id }) => [id, said(id, right[id], student.knows + learned, random)]),
      ) as Record<ObserverId, Learns>;
      return {
        ...{ id: uuidv7(), personId: student.person.id, settings: code, predicted, hits: hitsOf(settings, predicted) },
        hinted: random() < 0.2,
        madeAt: later(on(week, day, wall), Math.floor(random() * 6)),
      };
    }),
  );
  await db().insert(labPredictions).values(rows);
}

function said(id: ObserverId, right: Learns, knows: number, random: Random): Learns {
  const chance = Math.min(0.96, Math.max(0.1, knows + (hard.includes(id) ? -0.18 : 0.1)));
  if (random() < chance) return right;
  return slips[id] === right ? "metadata" : slips[id];
}
