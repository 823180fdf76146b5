import { Field } from "~/components/field";
import type { Reply } from "~/components/form";
import { Choices } from "../choices";
import { CountingFields } from "./counting-fields";

export type TimingSettings = {
  attemptsAllowed: number;
  limitMinutes: number | "";
  graceSeconds: number;
  lateAllowed: "yes" | "no";
  counts: string;
  passPercent: number | null;
};

/** Late work, how long one has, how often, and which attempt counts. */
export function TimingFields({ fields, reply }: { fields: TimingSettings; reply: Reply | undefined }) {
  const number = (
    name: "limitMinutes" | "graceSeconds" | "attemptsAllowed",
    [min, max]: [number, number],
    label: string,
    hint: string,
  ) => <Field type="number" {...{ name, label, hint, min, max, reply }} step={1} defaultValue={fields[name]} />;
  return (
    <>
      <Choices
        name="lateAllowed"
        legend="Late work"
        choices={[
          ["yes", "Counts, and is shown as late", "Until it closes. Late is what was answered after the due date."],
          ["no", "Is not taken", "It closes when it is due."],
        ]}
        value={reply?.typed.lateAllowed ?? fields.lateAllowed}
        error={reply?.errors.lateAllowed?.[0]}
      />
      <div className="for-quiz">
        {number(
          "limitMinutes",
          [1, 1440],
          "Time limit in minutes",
          "From when a student starts, 1 to 1440. Left empty, there is none. Who has extra time gets more by itself, also past the closing time.",
        )}
        {number(
          "graceSeconds",
          [0, 300],
          "Grace in seconds",
          "0 to 300. How long after the time is up an answer that was made before may still arrive, over a slow line. For attempts that start from now on.",
        )}
        {number("attemptsAllowed", [1, 20], "Attempts allowed", "1 to 20.")}
        <CountingFields fields={fields} reply={reply} />
      </div>
    </>
  );
}
