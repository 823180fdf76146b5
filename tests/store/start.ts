import { asc, eq } from "drizzle-orm";
import { attemptSlots, itemVersions } from "#drizzle/schema";
import { db } from "~/db.server";
import { startPractice } from "~/models/attempt.server";
import { makePerson } from "../factories";

/** Somebody's attempt in practice. @returns its id, or why there is none */
export const start = async (quiz: string) => startPractice(await makePerson(), quiz);

/** The questions that an attempt asks, in the order in which they are met. */
export const questionsOf = (id: string) =>
  db()
    .select({
      slot: attemptSlots.slot,
      place: attemptSlots.place,
      section: attemptSlots.section,
      weight: attemptSlots.weight,
      item: itemVersions.itemId,
      version: itemVersions.version,
    })
    .from(attemptSlots)
    .innerJoin(itemVersions, eq(itemVersions.id, attemptSlots.itemVersionId))
    .where(eq(attemptSlots.attemptId, id))
    .orderBy(asc(attemptSlots.place));
