import { Framed, framed } from "~/components/field";
import type { Problem } from "./contract";
import { longestText } from "./form-rows";

type Labelled = { name: string; label: string; hint?: string; problems: readonly Problem[] };

/** A labelled text field of an editor: a line, or with `rows` as many lines. Its id is its name. */
export function Text({ rows, value, ...field }: Labelled & { value: string | number | undefined; rows?: number }) {
  const { name } = field;
  const control = { ...framed(part(field)), name, className: "in", defaultValue: value, maxLength: longestText };
  return (
    <Framed {...part(field)} wide>
      {rows ? <textarea {...control} rows={rows} /> : <input {...control} type="text" autoComplete="off" />}
    </Framed>
  );
}

/** A labelled list to choose one from. */
export function Choose({
  value,
  options,
  ...field
}: Labelled & { value: string; options: readonly (readonly [value: string, words: string])[] }) {
  return (
    <Framed {...part(field)} wide>
      <select {...framed(part(field))} name={field.name} className="in" defaultValue={value}>
        {options.map(([id, words]) => (
          <option value={id} key={id}>
            {words}
          </option>
        ))}
      </select>
    </Framed>
  );
}

/** A box to tick, or one of several of which one is chosen, with its words beside it. */
export function Tick(props: {
  type?: "checkbox" | "radio";
  name: string;
  value?: string;
  label: string;
  checked: boolean;
}) {
  const { type = "checkbox", name, value = "on", label, checked } = props;
  return (
    <label className="tick">
      <input type={type} name={name} value={value} defaultChecked={checked} />
      {label}
    </label>
  );
}

/** What is wrong with a part of the editor that is more than one field. It can be linked to and takes the focus. */
export function Trouble({ at, problems }: { at: string; problems: readonly Problem[] }) {
  const here = problems.filter(({ path }) => path === at);
  return (
    <div id={at} tabIndex={-1} className="trouble">
      {here.map(({ message }) => (
        <p className="said is-wrong" key={message}>
          {message}
        </p>
      ))}
    </div>
  );
}

/** A control of an editor takes what is wrong with it from the problems of its question. */
function part({ name, label, hint, problems }: Labelled) {
  return { id: name, label, hint, error: problems.find(({ path }) => path === name)?.message };
}
