import type { EditorProps } from "./contract";
import { Text } from "./editor-fields";

type Props = Pick<EditorProps<unknown, unknown>, "written" | "problems" | "misconceptionList"> & {
  code: string;
  /** Which answer it is about, such as "option 2". */
  about: string;
  /** When it is said. */
  label?: string;
};

/** The feedback on one answer and the misconceptions behind it: as many lists as it has, and one more. */
export function Reply({ code, about, label = `Feedback on ${about}`, written, problems, misconceptionList }: Props) {
  const chosen = written.misconceptions[code] ?? [];
  const gone = chosen.filter((id) => !misconceptionList.some((one) => one.id === id));
  const offered = [...misconceptionList, ...gone.map((id) => ({ id, text: "" }))];
  return (
    <>
      <Text name={`text.${code}`} label={label} value={written.texts[code]} rows={2} problems={problems} />
      {[...chosen, ""].map((id, index) => {
        const field = `misconception.${code}.${index + 1}`;
        const another = index === 0 ? "" : "another ";
        return (
          <div className="field wide" key={field}>
            <label htmlFor={field}>
              Shows {another}misconception <span className="vh">of {about}</span>
            </label>
            <select className="in" id={field} name={`misconception.${code}`} defaultValue={id}>
              <option value="">None</option>
              {offered.map((one) => (
                <option value={one.id} key={one.id}>
                  {one.text ? `${one.id}: ${one.text}` : one.id}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </>
  );
}
