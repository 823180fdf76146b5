import type { Explained, Plan } from "./overheard";

/** What comes with the course, or grows with what teachers write and not with what students do. */
const written =
  /^(items|item_versions|item_objectives|quizzes|quiz_sections|quiz_slots|lessons|lesson_versions|sections|objectives|ledger|course_syncs)$/;

/**
 * The rows that plans went through in tables that grow with the people of an installation, those too that a filter then
 * took out. @returns by table
 */
export function rowsRead(plans: Explained[]): Record<string, number> {
  const found: Record<string, number> = {};
  const walk = (plan: Plan): void => {
    const removed = (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Index Recheck"] ?? 0);
    const table = plan["Relation Name"];
    if (table && /Scan$/.test(plan["Node Type"]) && !written.test(table))
      found[table] = (found[table] ?? 0) + Math.round((plan["Actual Rows"] + removed) * plan["Actual Loops"]);
    for (const inner of plan.Plans ?? []) walk(inner);
  };
  for (const { Plan } of plans) walk(Plan);
  return found;
}

/** The tables of a plan that are read from one end to the other because no index leads to what is asked. */
export function readWhole(plans: Explained[]): string[] {
  const walk = (plan: Plan): string[] => [
    ...(plan["Node Type"] === "Seq Scan" && !written.test(plan["Relation Name"] ?? "")
      ? [plan["Relation Name"] as string]
      : []),
    ...(plan.Plans ?? []).flatMap(walk),
  ];
  return plans.flatMap(({ Plan }) => walk(Plan));
}
