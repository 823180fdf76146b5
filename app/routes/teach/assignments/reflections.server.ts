import type { SeenAssignment } from "~/access/rights";
import { reflectionsIn } from "~/lessons/reflections.server";
import { type SharedReflection, sharedReflections } from "~/models/shared-reflection.server";

/** A question to reflect on, where it stands, and what students share of their answers. */
export type AskedReflection = { block: string; ask: string; href: string; shared: Omit<SharedReflection, "block">[] };

/** The reflections of the lesson that was given, each with the answers that its students share. */
export async function reflectionsOf(assignment: SeenAssignment): Promise<AskedReflection[]> {
  if (assignment.lesson === null) return [];
  const [asked, shared] = await Promise.all([
    reflectionsIn(assignment.lesson, assignment.section),
    sharedReflections(assignment),
  ]);
  return asked.map((one) => ({
    ...one,
    shared: shared.filter(({ block }) => block === one.block).map(({ block: _, ...rest }) => rest),
  }));
}
