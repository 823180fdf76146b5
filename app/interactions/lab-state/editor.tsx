import { controls, switchWords } from "~/lab/model";
import type { EditorProps } from "../contract";
import { Choose, Text, Tick, Trouble } from "../editor-fields";
import { learnedChoices, observerOf, observersFrom } from "../lab";
import { Reply } from "../reply-fields";
import { SettingFields } from "../setting-fields";
import type { Body, Key } from "./schema";

/** How the lab stands at the start, which switches may be set, and what shall come of it. */
export function Editor({ written, problems, misconceptionList }: EditorProps<Body, Key>) {
  const { body, key } = written;
  const shared = { written, problems, misconceptionList };
  return (
    <div className="editor">
      <Text name="body.goal" label="The goal in words" value={body.goal} rows={3} problems={problems} />
      <fieldset className="written-row">
        <legend>At the start</legend>
        <SettingFields name="body.start" settings={body.start} />
      </fieldset>
      <fieldset className="written-row">
        <legend>Switches that students may set</legend>
        <Trouble at="body.switches" problems={problems} />
        {[...new Set([...body.switches, ...controls])].map((control) => (
          <Tick
            key={control}
            name="body.switches"
            value={control}
            label={switchWords[control].name}
            checked={body.switches.includes(control)}
          />
        ))}
      </fieldset>
      <Trouble at="key" problems={problems} />
      <Trouble at="key.conditions" problems={problems} />
      {observersFrom([]).map((id) => {
        const { name } = observerOf(id);
        return (
          <fieldset className="written-row" key={id}>
            <legend>{name}</legend>
            <Choose
              name={`key.conditions.${id}`}
              label={`${name} shall learn`}
              value={key.conditions[id] ?? ""}
              options={learnedChoices("Does not matter")}
              problems={problems}
            />
            <Reply
              code={`condition.${id}`}
              about={name}
              label={`Feedback when ${name} learns something else`}
              {...shared}
            />
          </fieldset>
        );
      })}
      <Reply code="goal" about="the goal" label="Feedback when the goal is reached" {...shared} />
    </div>
  );
}
