import { sectionsToRead } from "~/models/assigned-lesson.server";
import type { Lesson } from "~/models/lesson.server";
import { responsesOf } from "~/models/lesson-answer.server";
import { checksOf, type OpenReading, openReadings } from "~/models/required-checks.server";

/** A section whose checks have to be answered before the next one opens, and the assignment that asks for it. */
type Unanswered = { section: string; checks: string[]; by: Pick<OpenReading, "id" | "title"> };

/**
 * Where a reader has to answer first, who wants to open a section or to go on from its end.
 * @param to "open" looks at the sections before it, "leave" also at its own
 * @returns null when the way is free, which it always is for who has no such assignment open
 */
export async function unansweredBefore(
  reader: { id: string; guest: boolean } | null,
  lesson: Lesson,
  section: string,
  to: "open" | "leave",
): Promise<Unanswered | null> {
  if (!reader || reader.guest) return null;
  const asking = (await openReadings(reader, lesson.slug)).filter(({ checksRequired }) => checksRequired);
  if (asking.length === 0) return null;
  const checksIn = await checksOf(lesson.slug);
  for (const { id, title, section: only } of asking) {
    const way = sectionsToRead({ lesson: lesson.slug, section: only }, [lesson]).map(({ slug }) => slug);
    const at = way.indexOf(section);
    const before = at < 0 ? [] : way.slice(0, to === "leave" ? at + 1 : at);
    const checks = before.map((slug) => ({ slug, ids: checksIn.get(slug) ?? [] }));
    const answered = await responsesOf(
      reader,
      lesson.slug,
      checks.flatMap(({ ids }) => ids),
    );
    for (const { slug, ids } of checks) {
      const open = ids.filter((one) => !Object.hasOwn(answered, one));
      if (open.length > 0) return { section: slug, checks: open, by: { id, title } };
    }
  }
  return null;
}
