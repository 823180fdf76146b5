import { sql } from "drizzle-orm";
import type { SeenClass } from "~/access/rights";
import { rows } from "~/db.server";
import { type Learns, learnable, learns, type ObserverId, observers, type Settings, settingsOf } from "~/lab/model";
import { tooFew } from "~/statistics/intervals";

/**
 * One observer as a class predicted it: how many were right the first time, and of those who tried again how many the newest
 * time and how many of the same the first time. `mistake`: what most of those who were wrong at first said.
 */
export type PredictedObserver = {
  id: ObserverId;
  learned: Learns;
  first: number;
  newest: number;
  firstOfAgain: number;
  mistake: { said: Learns; students: number } | null;
};

/** One setting of the lab as a class predicted it. `students`: who predicted it; `again`: who did so more than once. */
export type PredictedSetting = {
  code: string;
  settings: Settings;
  students: number;
  again: number;
  few: boolean;
  observers: PredictedObserver[];
};

/** One student under one setting. `wrong`: the observers that the newest prediction has differently. */
export type PredictedBy = {
  personId: string;
  name: string;
  times: number;
  first: number;
  newest: number;
  hinted: boolean;
  wrong: ObserverId[];
};

/** The predictions of the students of a class, numbered from the first and from the newest of each setting. */
const tried = (of: SeenClass) => sql`(
  select p.person_id, e.name, e.name_key, p.settings, p.predicted, p.hits, p.hinted,
    row_number() over (partition by p.person_id, p.settings order by p.made_at, p.id) as up,
    row_number() over (partition by p.person_id, p.settings order by p.made_at desc, p.id desc) as down
  from enrolments e join lab_predictions p on p.person_id = e.person_id
  where e.class_id = ${of.id}::uuid and e.role = 'student' and e.removed_at is null)`;

type Count = {
  code: string;
  observer: ObserverId;
  said: Learns;
  first: number;
  newest: number;
  firstOfAgain: number;
};

/** What a class predicted in the lab, the settings that most predicted first. */
export async function classPredictions(of: SeenClass): Promise<PredictedSetting[]> {
  const counts = await rows<Count>(sql`
    select t.settings as code, o.key as observer, o.value as said,
      count(*) filter (where up = 1)::int as first,
      count(*) filter (where down = 1 and up > 1)::int as newest,
      count(*) filter (where up = 1 and down > 1)::int as "firstOfAgain"
    from ${tried(of)} t cross join lateral jsonb_each_text(t.predicted) o
    where up = 1 or down = 1 group by 1, 2, 3`);
  return [...new Set(counts.map(({ code }) => code))]
    .flatMap((code) => {
      const settings = settingsOf(code);
      const all = counts.filter((count) => count.code === code);
      return settings ? [predictedSetting(code, settings, all)] : [];
    })
    .sort((a, b) => b.students - a.students || a.code.localeCompare(b.code));
}

function predictedSetting(code: string, settings: Settings, counts: Count[]): PredictedSetting {
  const one = counts.filter(({ observer }) => observer === "O1_wifi");
  const students = sum(one, "first");
  return {
    ...{ code, settings, students, again: sum(one, "newest"), few: tooFew(students) },
    observers: observers.map(({ id }) => {
      const learned = learns(settings)[id];
      const mine = counts.filter(({ observer }) => observer === id);
      const right = mine.filter(({ said }) => said === learned);
      return {
        ...{ id, learned, first: sum(right, "first"), newest: sum(right, "newest") },
        firstOfAgain: sum(right, "firstOfAgain"),
        mistake: mistakeIn(mine, learned),
      };
    }),
  };
}

function mistakeIn(counts: Count[], learned: Learns): PredictedObserver["mistake"] {
  const wrong = learnable
    .filter((said) => said !== learned)
    .map((said) => ({
      said,
      students: sum(
        counts.filter((count) => count.said === said),
        "first",
      ),
    }))
    .sort((a, b) => b.students - a.students);
  return wrong[0] && wrong[0].students > 0 ? wrong[0] : null;
}

const sum = (counts: Count[], which: "first" | "newest" | "firstOfAgain") =>
  counts.reduce((all, count) => all + count[which], 0);

/** The students of a class who predicted one setting, by name. */
export async function predictedBy(of: SeenClass, settings: Settings, code: string): Promise<PredictedBy[]> {
  const learned = learns(settings);
  const found = await rows<Omit<PredictedBy, "wrong"> & { predicted: Record<ObserverId, Learns> }>(sql`
    select n.person_id as "personId", n.name, n.up::int as times, f.hits as first, n.hits as newest, n.hinted, n.predicted
    from ${tried(of)} n join ${tried(of)} f on f.person_id = n.person_id and f.settings = n.settings and f.up = 1
    where n.down = 1 and n.settings = ${code} order by n.name_key`);
  return found.map(({ predicted, ...one }) => ({
    ...one,
    wrong: observers.map(({ id }) => id).filter((id) => predicted[id] !== learned[id]),
  }));
}

/** How many students a class has. */
export async function studentsOf(of: SeenClass): Promise<number> {
  const [found] = await rows<{ count: number }>(
    sql`select count(*)::int as count from enrolments where class_id = ${of.id}::uuid and role = 'student' and removed_at is null`,
  );
  return found?.count ?? 0;
}
