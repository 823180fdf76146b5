import { eq } from "drizzle-orm";
import { quizzes } from "#drizzle/schema";
import type { ViewedAttempt } from "~/access/rights";
import { db } from "~/db.server";
import { bandReached } from "./bands";

/** What the quiz says about this result as a whole; null while a mark is missing or results are not out. */
export async function bandOf({ quiz, score, maxScore, released }: ViewedAttempt): Promise<string | null> {
  if (!released || score === null) return null;
  const [found] = await db().select({ bands: quizzes.bands }).from(quizzes).where(eq(quizzes.slug, quiz));
  return bandReached(found?.bands, score, maxScore);
}
