import { sql } from "drizzle-orm";
import type { SeenAssignment } from "~/access/rights";
import { rows } from "~/db.server";
import { type Interval, meansInterval, newcombe, type Sample, tooFew } from "~/statistics/intervals";
import { type Earned, facilities } from "~/statistics/items";
import { mean, variance } from "~/statistics/moments";
import { handedIn, type Selection } from "./handed-in.server";
import { markMatrix } from "./mark-matrix.server";
import type { AskedQuestion } from "./mark-sheet";

/** One of the two that are compared. Shares are 0..1 of all points, of complete scores. */
export type Side = { shares: number[]; mean: number | null; deviation: number | null; few: boolean };
/** One question on one side. */
type Part = { facility: number; interval: Interval; answers: number };
/** `difference` is the first side's facility less the second's; `sure`: it is not 0 anywhere within its interval. */
export type ComparedQuestion = Pick<AskedQuestion, "item" | "slot" | "stem"> & {
  one: Part | null;
  other: Part | null;
  difference: (Interval & { value: number; sure: boolean }) | null;
};
export type Comparison = { one: Side; other: Side; difference: Interval | null; questions: ComparedQuestion[] };

type Selected = { assignment: SeenAssignment; selection: Selection };

/**
 * Two selections of attempts side by side, question by question where both were asked it. Intervals take the two for
 * different people; where they are the same (first and last attempts) they are rather too wide than too narrow.
 */
export async function comparison(one: Selected, other: Selected): Promise<Comparison> {
  const [first, second] = [await sideOf(one), await sideOf(other)];
  const items = [...new Map([...second.questions, ...first.questions].map((found) => [found.item, found])).values()];
  const questions = items
    .map(({ item, slot, stem }): ComparedQuestion => {
      const [left, right] = [first.parts.get(item) ?? null, second.parts.get(item) ?? null];
      return { item, slot, stem, one: left, other: right, difference: left && right && apart(left, right) };
    })
    .sort((a, b) => a.slot - b.slot || (a.item < b.item ? -1 : 1));
  const [a, b] = [sampleOf(first.side), sampleOf(second.side)];
  return { one: first.side, other: second.side, difference: a && b && meansInterval(a, b), questions };
}

/** What an assignment can be compared with: others of the same quiz, in classes that one teaches or observes; newest first. */
export function comparable(
  assignment: SeenAssignment,
): Promise<{ id: string; title: string; className: string; given: string }[]> {
  return rows(sql`
    select a.id, a.title, c.name as "className", to_char(coalesce(a.opens_at, a.created_at) at time zone c.zone, 'YYYY-MM-DD') as given
    from assignments a join classes c on c.id = a.class_id
    join enrolments e on e.class_id = c.id and e.person_id = ${assignment.viewer.id}::uuid and e.role in ('teacher', 'observer')
      and e.removed_at is null
    where a.quiz = ${assignment.quiz} and a.removed_at is null and a.id <> ${assignment.id}::uuid
    order by coalesce(a.opens_at, a.created_at) desc`);
}

async function sideOf({ assignment, selection }: Selected) {
  const attempts = await handedIn(assignment, selection);
  const { questions, byItem } = await markMatrix(attempts);
  const shares = attempts.flatMap(({ score, maxScore }) =>
    score === null || maxScore === 0 ? [] : [score / maxScore],
  );
  const side: Side = {
    shares,
    mean: shares.length > 0 ? mean(shares) : null,
    deviation: shares.length > 1 ? Math.sqrt(variance(shares)) : null,
    few: tooFew(shares.length),
  };
  const statistics = facilities(byItem);
  const parts = new Map(
    questions.flatMap(({ item }, column): [string, Part][] => {
      const { facility, facilityInterval: interval, answers } = statistics[column] as Earned;
      return facility.value === null || !interval ? [] : [[item, { facility: facility.value, interval, answers }]];
    }),
  );
  return { side, questions, parts };
}

function apart(one: Part, other: Part): NonNullable<ComparedQuestion["difference"]> {
  const interval = newcombe(
    { share: one.facility, interval: one.interval },
    { share: other.facility, interval: other.interval },
  );
  return { ...interval, value: one.facility - other.facility, sure: interval.from > 0 || interval.to < 0 };
}

function sampleOf({ shares, mean: middle, deviation }: Side): Sample | null {
  return middle === null || deviation === null ? null : { mean: middle, deviation, n: shares.length };
}
