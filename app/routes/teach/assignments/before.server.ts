import type { SeenClass } from "~/access/rights";
import type { Reply } from "~/components/form";
import { listOfClass } from "~/models/assignment.server";

/** What of a class something else can wait for, the newest first. @param but one that does not wait for itself */
export async function givenBefore(of: SeenClass, but?: string): Promise<{ id: string; title: string }[]> {
  return (await listOfClass(of)).flatMap(({ id, title }) => (id === but ? [] : [{ id, title }]));
}

/** What is wrong with waiting for so many percent of another one's points; null when nothing is. */
export async function pointsTrouble(
  of: SeenClass,
  afterId: string,
  afterPercent: number | undefined,
): Promise<Reply["errors"] | null> {
  const before = (await listOfClass(of)).find(({ id }) => id === afterId);
  if (!before) return { afterId: ["Choose from the list."] };
  if (afterPercent === undefined) return null;
  if (before.quiz === null) return { afterPercent: ["That is only to be read: it has no points. Leave this empty."] };
  return before.marksWhen === "never"
    ? { afterPercent: ["Its students never see their points there, so this would never open. Leave it empty."] }
    : null;
}
