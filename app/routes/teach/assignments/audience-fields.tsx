import type { Reply } from "~/components/form";
import type { Audience, AudienceChoices } from "~/models/audience.server";
import { many } from "~/text";
import { Choices } from "../choices";

/** For whom it is: the whole class, or the groups and students who are ticked. */
export function AudienceFields({
  audience,
  choices: { groups, students },
  reply,
}: {
  audience: Audience;
  choices: AudienceChoices;
  reply: Reply | undefined;
}) {
  const ticked = (name: "group" | "student", stored: string[]) =>
    reply ? (reply.typed[name] ?? "").split(" ") : stored;
  const chosen = { group: ticked("group", audience.groups), student: ticked("student", audience.students) };
  return (
    <>
      <Choices
        name="everybody"
        legend="For whom it is"
        choices={[
          ["yes", "The whole class", "Also who joins later."],
          ["chosen", "Those whom you tick", "The others see nothing of it. Who has begun keeps it."],
        ]}
        value={reply?.typed.everybody ?? (audience.everybody ? "yes" : "chosen")}
        error={reply?.errors.everybody?.[0]}
      />
      <div className="for-chosen">
        {groups.length > 0 ? (
          <Ticks
            legend="Groups"
            name="group"
            chosen={chosen.group}
            options={groups.map(({ id, name, members }) => ({ id, name: `${name}, ${many(members, "student")}` }))}
          />
        ) : null}
        {students.length > 0 ? (
          <Ticks legend="Students" name="student" chosen={chosen.student} options={students} />
        ) : (
          <p className="soft">Nobody is in the class yet.</p>
        )}
      </div>
    </>
  );
}

function Ticks({
  legend,
  name,
  options,
  chosen,
}: {
  legend: string;
  name: string;
  options: { id: string; name: string }[];
  chosen: string[];
}) {
  return (
    <fieldset className="field wide">
      <legend>{legend}</legend>
      <div className="opts columns">
        {options.map((one) => (
          <label className="opt" key={one.id}>
            <input type="checkbox" name={name} value={one.id} defaultChecked={chosen.includes(one.id)} />
            <span>{one.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
