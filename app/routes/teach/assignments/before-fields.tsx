import { Field } from "~/components/field";
import type { Reply } from "~/components/form";
import { Select } from "~/components/select";

/** What a student needs before starting. */
export type BeforeSettings = { afterId: string; afterPercent: number | ""; password: string };

/** What has to be done before, and the password that is said in the room. */
export function BeforeFields({
  fields,
  others,
  reply,
}: {
  fields: BeforeSettings;
  /** What else the class was given. */
  others: { id: string; title: string }[];
  reply: Reply | undefined;
}) {
  return (
    <>
      <Select
        name="afterId"
        label="Opens for a student after"
        hint="What they have to hand in first, or to finish reading. It holds nobody up to whom it was not given."
        options={[["", "nothing"], ...others.map(({ id, title }): [string, string] => [id, title])]}
        value={fields.afterId}
        reply={reply}
      />
      <Field
        type="number"
        name="afterPercent"
        label="With at least so many percent of its points"
        hint="1 to 100. Left empty, handing in is enough. It counts once students see their points there."
        min={1}
        max={100}
        step={1}
        defaultValue={fields.afterPercent}
        reply={reply}
      />
      <Field
        name="password"
        label="Password"
        hint="Students type it to start, so that nobody starts outside of the room. Say it aloud when it is time. Left empty, none is asked."
        maxLength={60}
        autoComplete="off"
        defaultValue={fields.password}
        reply={reply}
      />
    </>
  );
}
