import type { EditorProps } from "../contract";
import { Choose, Text, Trouble } from "../editor-fields";
import { blankIds, Rows } from "../editor-rows";
import { placingRules } from "../placing";
import { Reply } from "../reply-fields";
import { RuleField } from "../rule-field";
import type { Body, Key } from "./schema";

/** First the places, then the cards that belong to them. A card may belong to a place whose row is still blank. */
export function Editor({ written, problems, misconceptionList, more }: EditorProps<Body, Key>) {
  const { body, key } = written;
  const cards = new Map(body.sources.map((source) => [source.id, source.text]));
  const places = new Map(body.targets.map((target) => [target.id, target.text]));
  const blanks = blankIds("body.targets", [...places.keys()], more, 4);
  const choices = [...places.keys(), ...blanks].map(
    (id, index) => [id, `${index + 1}: ${places.get(id) || "what is written there now"}`] as const,
  );
  return (
    <div className="editor">
      <Choose
        name="body.reuse"
        label="A place takes"
        value={body.reuse ? "several" : "one"}
        options={[
          ["one", "one card: students match pairs"],
          ["several", "any number of cards: students sort"],
        ]}
        problems={problems}
      />
      <RuleField rules={placingRules} rule={key.rule} problems={problems} />
      <h3>Places</h3>
      <Rows list="body.targets" ids={[...places.keys()]} what="place" {...{ blanks, problems, more }}>
        {(id) => (
          <Text name={`body.targets.${id}.text`} label="Words" value={places.get(id)} rows={2} problems={problems} />
        )}
      </Rows>
      <h3>Cards</h3>
      <Trouble at="key" problems={problems} />
      <Rows list="body.sources" ids={[...cards.keys()]} what="card" least={4} {...{ problems, more }}>
        {(id, name) => (
          <>
            <Text name={`body.sources.${id}.text`} label="Words" value={cards.get(id)} rows={2} problems={problems} />
            <Choose
              name={`key.pairs.${id}`}
              label="Belongs to place"
              value={key.pairs[id] ?? ""}
              options={[["", "Not said yet"], ...choices]}
              problems={problems}
            />
            <Reply
              code={`source.${id}`}
              about={name}
              label={`Feedback when ${name} is misplaced`}
              {...{ written, problems, misconceptionList }}
            />
          </>
        )}
      </Rows>
    </div>
  );
}
