import { sql } from "drizzle-orm";
import { items, quizzes } from "#drizzle/schema";
import type { SeenItem } from "~/access/rights";
import { rows } from "~/db.server";
import { measured } from "./facility.server";
import { maySee } from "./item-sight.server";
import { maySeeQuiz } from "./quiz-sight.server";

/** Where a question stands, as far as this teacher may see it. `elsewhere`: quizzes of others that she may not. */
export type ItemUse = {
  quizzes: { slug: string; title: string; pinned: number | null }[];
  elsewhere: number;
  /** Of classes she teaches. */
  assignments: { id: string; title: string; className: string }[];
  lessons: { lesson: string; slug: string; heading: string }[];
  copies: { id: string; stem: string; state: string }[];
  origin: { id: string; stem: string } | null;
  facility: number | null;
  answers: number;
};

/** Where a question is used, where it came from, what was made of it, and how classes did on it. */
export async function usesOf(item: SeenItem): Promise<ItemUse> {
  const { viewer } = item;
  const newestStem = sql`(select v.stem from item_versions v where v.item_id = items.id order by v.version desc limit 1)`;
  const [found, assignments, lessons, copies, [origin = null], [did = { facility: null, answers: 0 }]] =
    await Promise.all([
      rows<ItemUse["quizzes"][number] & { seen: boolean }>(sql`
        select quizzes.slug, quizzes.title, s.pinned_version as pinned, ${maySeeQuiz(viewer)} as seen
        from quiz_slots s join ${quizzes} on quizzes.slug = s.quiz and quizzes.live
        where s.item_id = ${item.id} order by quizzes.title`),
      rows<ItemUse["assignments"][number]>(sql`
        select a.id, a.title, c.name as "className"
        from assignments a join classes c on c.id = a.class_id
        join enrolments t on t.class_id = c.id and t.person_id = ${viewer.id}::uuid and t.role = 'teacher' and t.removed_at is null
        where a.removed_at is null and (exists (select 1 from quiz_slots s where s.quiz = a.quiz and s.item_id = ${item.id})
          or exists (select 1 from attempts x join attempt_slots s on s.attempt_id = x.id
            join item_versions v on v.id = s.item_version_id and v.item_id = ${item.id} where x.assignment_id = a.id))
        order by a.created_at desc`),
      rows<ItemUse["lessons"][number]>(sql`
        select s.lesson, s.slug, s.heading
        from lessons l join sections s on s.lesson = l.slug and s.version = l.version
        where l.live and jsonb_path_exists(s.tree, 'strict $.**?(@.tagName == "kh-check" && @.properties.id == $id)',
          jsonb_build_object('id', ${item.id}::text), true)
        order by l.number, s.position`),
      rows<ItemUse["copies"][number]>(sql`
        select items.id, items.state, ${newestStem} as stem from ${items}
        where items.copied_from = ${item.id} and ${maySee(viewer)} order by items.created_at`),
      rows<{ id: string; stem: string }>(sql`
        select items.id, ${newestStem} as stem from ${items} where items.id = ${item.copiedFrom} and ${maySee(viewer)}`),
      rows<{ facility: number | null; answers: number }>(
        sql`select m.facility, m.answers from ${measured(sql`${item.id}`)} m`,
      ),
    ]);
  return {
    quizzes: found.filter(({ seen }) => seen).map(({ seen: _, ...quiz }) => quiz),
    elsewhere: found.filter(({ seen }) => !seen).length,
    ...{ assignments, lessons, copies, origin },
    ...did,
  };
}
