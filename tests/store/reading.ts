import { sql } from "drizzle-orm";
import { beforeAll } from "vitest";
import { readingProgress } from "#drizzle/schema";
import { db } from "~/db.server";
import { syncCourse } from "~/lessons/sync.server";
import { findLesson, type Lesson } from "~/models/lesson.server";
import { markRead } from "~/models/reading.server";
import { writeCourse } from "../lessons/small-course";
import type { Someone } from "./teaching";

/** The small course in the store of this block: its lesson "small" has two sections and the quiz "small". */
export function withSmallCourse(): void {
  beforeAll(async () => {
    await syncCourse(writeCourse());
  });
}

export const smallLesson = { quiz: null, lesson: "small", section: null };
export const smallUnit = { quiz: "small", lesson: "small", section: null };

/** Marks so many sections of the small lesson as read, from its beginning. @param at when; now without it */
export async function reads(student: Someone, sections: number, at?: Date): Promise<void> {
  const lesson = (await findLesson("small")) as Lesson;
  for (const { slug } of lesson.sections.slice(0, sections)) await markRead(student, lesson, slug);
  if (at) await db().update(readingProgress).set({ readAt: at }).where(sql`person_id = ${student.id}::uuid`);
}
