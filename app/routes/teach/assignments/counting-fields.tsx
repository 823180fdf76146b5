import { Field } from "~/components/field";
import type { Reply } from "~/components/form";
import { Select } from "~/components/select";

/** In the words of the teacher's pages. */
export const countsWords: Record<string, string> = {
  highest: "the best complete attempt counts",
  latest: "the latest attempt counts",
  first: "the first attempt counts",
  average: "the mean of all complete attempts counts",
};

/** Which of several attempts counts, and from where it is passed. */
export function CountingFields({
  fields,
  reply,
}: {
  fields: { counts: string; passPercent: number | null };
  reply: Reply | undefined;
}) {
  return (
    <>
      <Select
        name="counts"
        label="Of several attempts"
        options={Object.entries(countsWords)}
        value={fields.counts}
        reply={reply}
      />
      <Field
        type="number"
        name="passPercent"
        label="Pass mark in percent"
        hint="1 to 100. Left empty, nothing is said of passing."
        min={1}
        max={100}
        step={1}
        defaultValue={fields.passPercent ?? undefined}
        reply={reply}
      />
    </>
  );
}
