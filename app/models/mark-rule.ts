/** How one answer stands: 0..1 (null waits for a person), and what its question is worth. */
export type Mark = { fraction: number | null; weight: number };

/** What a correction of a question does. `key` is in the shape of the question's type. */
export type Rule = {
  id: string;
  kind: "accept" | "key" | "full marks" | "drop";
  key: unknown;
  neverLower: boolean;
  madeBy: string;
};

/** One mark changed by one rule. */
export type Step = { rule: Rule; from: Mark; to: Mark };

/**
 * Takes a mark through the corrections of its question, in the order in which they were made.
 *
 * "accept": a further answer earns what it would earn under `key`, and nobody loses. "key": `key` alone decides. "full
 * marks": everybody, whatever was answered. "drop": the question is worth nothing; nothing waits for a mark any more.
 * What a person marked stays as they marked it, but for the last two, which are for all.
 * @param gradeBy what the answer earns under a key
 * @param byHand whether the mark that stands was given by a person
 * @returns only the steps that changed something; the last one's `to` is the mark
 */
export function correct(rules: Rule[], mark: Mark, gradeBy: (key: unknown) => number | null, byHand: boolean): Step[] {
  const steps: Step[] = [];
  let from = mark;
  for (const rule of rules) {
    const to = follow(rule, from, gradeBy, byHand);
    if (to.fraction !== from.fraction || to.weight !== from.weight) steps.push({ rule, from, to });
    from = to;
  }
  return steps;
}

function follow(rule: Rule, mark: Mark, gradeBy: (key: unknown) => number | null, byHand: boolean): Mark {
  if (rule.kind === "drop") return { fraction: mark.fraction ?? 0, weight: 0 };
  if (rule.kind === "full marks") return { ...mark, fraction: 1 };
  if (byHand) return mark;
  const fraction = gradeBy(rule.key);
  if (fraction === null || mark.fraction === null) return mark;
  const keep = rule.kind === "accept" || rule.neverLower;
  return { ...mark, fraction: keep ? Math.max(mark.fraction, fraction) : fraction };
}
