import { sql } from "drizzle-orm";
import type { SeenItem } from "~/access/rights";
import { rows } from "~/db.server";
import { type Figure, figure, none } from "~/statistics/figure";
import { type Interval, tooFew, wilson } from "~/statistics/intervals";
import { itemStatistics } from "~/statistics/items";
import { type Mark, matrixOf } from "~/statistics/matrix";
import { meaningSince } from "./facility.server";

/** How one class did on a question in one assignment. */
export type ItemInstance = {
  assignment: string;
  title: string;
  className: string;
  answers: number;
  facility: Figure;
  interval: Interval | null;
  /** −100..100, null behind too few attempts. */
  discrimination: Figure;
  few: boolean;
};

/** A question over all quizzes of a teacher's own classes that asked it. */
export type ItemRecord = {
  uses: ItemInstance[];
  answers: number;
  facility: Figure;
  interval: Interval | null;
  discrimination: Figure;
};

/**
 * What a question did in the classes of who looks, in whatever quiz, since its meaning last changed. Each student's first
 * attempt at each assignment: what was answered after its key had been seen measures something else. Facility is over all
 * answers; discrimination, which means something within one quiz only, is the mean of the quizzes by their attempts.
 */
export async function recordOf(item: SeenItem): Promise<ItemRecord> {
  const found = await rows<Found>(sql`
    select first.assignment_id as assignment, a.title, c.name as "className",
      json_agg(json_build_array(r.fraction, first.score::float8, first.max_score::float8, s.weight::float8)) as marks
    from item_versions v
    join attempt_slots s on s.item_version_id = v.id
    join attempts first on first.id = s.attempt_id and first.state in ('submitted', 'marked')
      and not exists (select 1 from attempts e where e.assignment_id = first.assignment_id and e.person_id = first.person_id
        and e.state in ('submitted', 'marked') and e.number < first.number)
    join enrolments t on t.class_id = first.class_id and t.person_id = ${item.viewer.id}::uuid and t.role = 'teacher' and t.removed_at is null
    join enrolments e on e.class_id = first.class_id and e.person_id = first.person_id and e.role = 'student' and e.removed_at is null
    join assignments a on a.id = first.assignment_id and a.removed_at is null
    join classes c on c.id = a.class_id
    left join responses r on r.attempt_id = s.attempt_id and r.slot = s.slot
    where v.item_id = ${item.id} and v.version >= ${meaningSince(sql`${item.id}`)} and v.key is not null
    group by first.assignment_id, a.id, c.id
    order by a.created_at desc`);
  const uses = found.map(instance);
  const fractions = found.flatMap(({ marks }) => marks.flatMap(([fraction]) => (fraction === null ? [] : [fraction])));
  const sum = fractions.reduce((all, one) => all + one, 0);
  return {
    uses,
    answers: fractions.length,
    facility: fractions.length > 0 ? figure(sum / fractions.length) : none("too few"),
    interval: wilson(sum, fractions.length),
    discrimination: meanDiscrimination(uses),
  };
}

type Found = Pick<ItemInstance, "assignment" | "title" | "className"> & {
  marks: [fraction: number | null, score: number | null, max: number, weight: number][];
};

/** The question beside the rest of its quiz as if that were one other question: all that discrimination asks. */
function instance({ assignment, title, className, marks }: Found): ItemInstance {
  const weight = marks[0]?.[3] ?? 0;
  const attempts = marks.map(([fraction, score, max, worth]): Mark[] => [
    fraction === null ? "waiting" : fraction * weight,
    fraction === null || score === null || max === worth ? "waiting" : score - fraction * worth,
  ]);
  const [question] = itemStatistics(matrixOf([weight, 1], attempts));
  const few = tooFew(question?.compared ?? 0);
  return {
    ...{ assignment, title, className, few: tooFew(question?.answers ?? 0) },
    answers: question?.answers ?? 0,
    facility: question?.facility ?? none("too few"),
    interval: question?.facilityInterval ?? null,
    discrimination: few ? none("too few") : (question?.discrimination ?? none("too few")),
  };
}

function meanDiscrimination(uses: ItemInstance[]): Figure {
  const told = uses.flatMap(({ discrimination, answers }) =>
    discrimination.value === null ? [] : [{ index: discrimination.value, answers }],
  );
  const all = told.reduce((sum, { answers }) => sum + answers, 0);
  return all === 0 ? none("too few") : figure(told.reduce((sum, { index, answers }) => sum + index * answers, 0) / all);
}
