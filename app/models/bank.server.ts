import { type SQL, sql } from "drizzle-orm";
import { items, quizzes } from "#drizzle/schema";
import type { Teacher } from "~/access/rights";
import { rows } from "~/db.server";
import type { InteractionName } from "~/interactions/registry.server";
import { measured } from "./facility.server";
import { mayEdit, maySee } from "./item-sight.server";
import { maySeeQuiz } from "./quiz-sight.server";

/** What to look for; nothing given is everything but retired questions. `measured` is how a class did, not what was guessed. */
export type BankFilter = {
  words?: string;
  objective?: string;
  misconception?: string;
  interaction?: string;
  tag?: string;
  difficulty?: string;
  measured?: "hard" | "medium" | "easy" | "unknown";
  state?: "draft" | "ready" | "retired";
  owner?: "mine" | "course" | "others";
  /** The slug of a quiz that uses it. */
  quiz?: string;
  /** Whether a picture is drawn with it. */
  picture?: "yes" | "no";
};

/** One question of the bank at its newest version. `owner` is a name, null for the course; `facility` 0..1. */
export type BankLine = {
  id: string;
  stem: string;
  interaction: InteractionName;
  state: string;
  version: number;
  objectives: string[];
  tags: string[];
  difficulty: string;
  owner: string | null;
  mayEdit: boolean;
  /** In how many quizzes. */
  usedIn: number;
  facility: number | null;
  answers: number;
  scored: boolean;
};

export const bankPage = 50;

/**
 * The questions that this teacher may see and that fit: her own first, then the course's, then those of others.
 * @param page from 1, `bankPage` lines each; one past the end is the first
 * @returns the lines of one page, and how many there are in all
 */
export async function searchBank(
  teacher: Teacher,
  filter: BankFilter,
  page = 1,
): Promise<{ lines: BankLine[]; total: number }> {
  const found = await rows<BankLine & { total: number }>(sql`
    with found as (
      select items.id, items.state, items.owner_id, items.tags, items.created_at, v.id as version_id, v.version, v.stem,
        v.interaction, v.difficulty, v.key is not null as scored, ${mayEdit(teacher)} as may_edit,
        case when items.owner_id = ${teacher.id}::uuid then 0 when items.owner_id is null then 1 else 2 end as whose
      from ${items}
      join lateral (select * from item_versions where item_id = items.id order by version desc limit 1) v on true
      where ${maySee(teacher)} and ${sql.join(conditions(teacher, filter), sql` and `)}
    )
    select f.id, f.stem, f.interaction, f.state, f.version, to_jsonb(f.tags) as tags, f.difficulty, f.scored,
      f.may_edit as "mayEdit", p.name as owner, m.facility, m.answers, (select count(*)::int from found) as total,
      (select coalesce(jsonb_agg(o.objective_id order by o.objective_id), '[]')
        from item_objectives o where o.item_version_id = f.version_id) as objectives,
      (select count(distinct s.quiz)::int from quiz_slots s join quizzes q on q.slug = s.quiz and q.live
        where s.item_id = f.id) as "usedIn"
    from (select * from found order by whose, created_at desc, id limit ${bankPage} offset ${(page - 1) * bankPage}) f
    left join people p on p.id = f.owner_id
    cross join lateral ${measured(sql`f.id`)} m
    order by f.whose, f.created_at desc, f.id`);
  if (found.length === 0 && page > 1) return searchBank(teacher, filter, 1);
  return { lines: found.map(({ total: _, ...line }) => line), total: found[0]?.total ?? 0 };
}

/** All tags of questions that this teacher may see, in the order of the alphabet. */
export async function listTags(teacher: Teacher): Promise<string[]> {
  const found = await rows<{ tag: string }>(
    sql`select distinct unnest(items.tags) as tag from ${items} where ${maySee(teacher)} order by tag`,
  );
  return found.map(({ tag }) => tag);
}

/** The quizzes that this teacher may see and that questions of the bank are used in. */
export function listUsingQuizzes(teacher: Teacher): Promise<{ slug: string; title: string }[]> {
  return rows(sql`select quizzes.slug, quizzes.title from ${quizzes}
    where quizzes.live and ${maySeeQuiz(teacher)} and exists (select 1 from quiz_slots s where s.quiz = quizzes.slug and s.item_id is not null)
    order by quizzes.title`);
}

function conditions(teacher: Teacher, filter: BankFilter): SQL[] {
  const { words, objective, misconception, interaction, tag, difficulty, state, owner, quiz } = filter;
  const written = sql`lower(concat_ws(' ', items.id, array_to_string(items.tags, ' '), v.stem, v.feedback ->> 'explanation',
    jsonb_path_query_array(v.body, '$.**.text')::text))`;
  const whose = {
    mine: sql`items.owner_id = ${teacher.id}::uuid`,
    course: sql`items.owner_id is null`,
    others: sql`items.owner_id <> ${teacher.id}::uuid`,
  };
  return [
    state ? sql`items.state = ${state}` : sql`items.state <> 'retired'`,
    ...(words?.toLowerCase().split(/\s+/).filter(Boolean) ?? [])
      .slice(0, 10)
      .map((word) => sql`strpos(${written}, ${word}) > 0`),
    ...(objective
      ? [sql`exists (select 1 from item_objectives o where o.item_version_id = v.id and o.objective_id = ${objective})`]
      : []),
    ...(misconception
      ? [
          sql`jsonb_path_exists(v.feedback -> 'misconceptions', '$.*[*] ? (@ == $id)', jsonb_build_object('id', ${misconception}::text))`,
        ]
      : []),
    ...(interaction ? [sql`v.interaction = ${interaction}`] : []),
    ...(tag ? [sql`${tag} = any(items.tags)`] : []),
    ...(difficulty ? [sql`v.difficulty = ${difficulty}`] : []),
    ...(filter.measured ? [didAs(filter.measured)] : []),
    ...(owner ? [whose[owner]] : []),
    ...(filter.picture ? [sql`(v.body -> 'figure' is not null) = ${filter.picture === "yes"}`] : []),
    ...(quiz ? [sql`exists (select 1 from quiz_slots s where s.item_id = items.id and s.quiz = ${quiz})`] : []),
  ];
}

/** Hard: less than half of the points were reached. Easy: more than four fifths. */
function didAs(band: NonNullable<BankFilter["measured"]>): SQL {
  const facility = sql`(select m.facility from ${measured(sql`items.id`)} m)`;
  return {
    hard: sql`${facility} < 0.5`,
    medium: sql`${facility} between 0.5 and 0.8`,
    easy: sql`${facility} > 0.8`,
    unknown: sql`${facility} is null`,
  }[band];
}
