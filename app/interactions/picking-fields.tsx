import type { Problem } from "./contract";
import { Choose, Trouble } from "./editor-fields";
import { pickingRules } from "./picking";
import { RuleField } from "./rule-field";

type Props = { max: number; offered: number; rule: string | undefined; problems: readonly Problem[] };

/** Whether one or several may be picked, and by which rule several are marked. */
export function PickingFields({ max, offered, rule, problems }: Props) {
  const fewer = Array.from({ length: Math.max(0, offered - 2) }, (_, index) => String(index + 2));
  return (
    <>
      <Choose
        name="body.max"
        label="Students choose"
        value={max > 1 && max >= offered ? "all" : String(max)}
        options={[
          ["1", "one of these"],
          ["all", "as many as they find right"],
          ...fewer.map((most) => [most, `${most} at most`] as const),
        ]}
        problems={problems}
      />
      <RuleField
        rules={pickingRules}
        rule={rule}
        hint="Where students choose one, it is right or it is not."
        problems={problems}
      />
      <Trouble at="key" problems={problems} />
      <Trouble at="key.right" problems={problems} />
    </>
  );
}
