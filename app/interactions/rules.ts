/** What a key gets of the field `key.rule`: nothing where the rule without a name was chosen, or none of these. */
export function ruleFrom<Rule extends string>(
  form: FormData,
  rules: readonly (readonly [value: Rule | "", words: string])[],
): { rule?: Rule } {
  const given = form.get("key.rule");
  const found = rules.find(([value]) => value !== "" && value === given)?.[0];
  return found ? { rule: found as Rule } : {};
}

/** A rule as students read it before they answer. */
export function ruleWords(rules: readonly (readonly [value: string, words: string])[], rule: string | undefined) {
  return rules.find(([value]) => value === (rule ?? ""))?.[1] ?? null;
}
