import type { Problem } from "./contract";
import { Choose } from "./editor-fields";

type Props = {
  /** By the value in the key; "" is the rule of a key that names none. */
  rules: readonly (readonly [value: string, words: string])[];
  rule: string | undefined;
  hint?: string;
  problems: readonly Problem[];
};

/** A question's rule of partial credit, as a choice of its author. Read by `ruleFrom`. */
export function RuleField({ rule, rules, ...field }: Props) {
  const label = "Points for an answer that is partly right";
  return <Choose name="key.rule" label={label} value={rule ?? ""} options={rules} {...field} />;
}
