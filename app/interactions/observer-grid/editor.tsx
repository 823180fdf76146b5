import { learnable } from "~/lab/model";
import type { EditorProps } from "../contract";
import { Choose, Tick, Trouble } from "../editor-fields";
import { learnedChoices, observerOf, observersFrom } from "../lab";
import { placingRules } from "../placing";
import { Reply } from "../reply-fields";
import { RuleField } from "../rule-field";
import { SettingFields } from "../setting-fields";
import type { Body, Key } from "./schema";

/** How the lab's switches stand, which observers have a row, what each learns, and a reason for each cell. */
export function Editor({ written, problems, misconceptionList }: EditorProps<Body, Key>) {
  const { body, key } = written;
  return (
    <div className="editor">
      <fieldset className="written-row">
        <legend>Switches of the lab</legend>
        <Tick name="body.setting" label="Tell students how the switches stand" checked={body.setting !== undefined} />
        <SettingFields name="body.setting" settings={body.setting} />
      </fieldset>
      <RuleField rules={placingRules} rule={key.rule} problems={problems} />
      <Trouble at="body.rows" problems={problems} />
      <Trouble at="key" problems={problems} />
      {observersFrom(body.rows).map((id) => {
        const { name } = observerOf(id);
        return (
          <fieldset className="written-row" key={id}>
            <legend>{name}</legend>
            <Tick name="body.rows" value={id} label={`${name} has a row`} checked={body.rows.includes(id)} />
            <Choose
              name={`key.cells.${id}`}
              label={`${name} learns`}
              value={key.cells[id] ?? ""}
              options={learnedChoices("What the switches give, by the rules of the lab")}
              problems={problems}
            />
            <details open={body.rows.includes(id)}>
              <summary>Feedback on {name}</summary>
              {learnable.map((column) => (
                <Reply
                  key={column}
                  code={`cell.${id}.${column}`}
                  about={`“${column}” for ${name}`}
                  {...{ written, problems, misconceptionList }}
                />
              ))}
            </details>
          </fieldset>
        );
      })}
    </div>
  );
}
