import type { EditorProps } from "./contract";
import { Text, Trouble } from "./editor-fields";

type Props = Pick<EditorProps<unknown, unknown>, "written" | "problems" | "misconceptionList"> & {
  code: string;
  /** The code in the names of the fields, where the code itself follows from what is typed; see `Authoring.recoded`. */
  drawnAs?: string;
  /** Which answer it is about, such as "option 2". */
  about: string;
  /** When it is said. */
  label?: string;
};

/** The feedback on one answer and the misconceptions behind it: as many lists as it has, and one more. */
export function Reply({ code, drawnAs = code, about, label = `Feedback on ${about}`, ...shared }: Props) {
  const { written, problems, misconceptionList } = shared;
  const at = `text.${code}`;
  const told = problems.some(({ path }) => path === at);
  const chosen = written.misconceptions[code] ?? [];
  const gone = chosen.filter((id) => !misconceptionList.some((one) => one.id === id));
  const offered = [...misconceptionList, ...gone.map((id) => ({ id, text: "" }))];
  return (
    <>
      {drawnAs !== code && told ? <Trouble at={at} problems={problems} /> : null}
      <Text name={`text.${drawnAs}`} label={label} value={written.texts[code]} rows={2} problems={problems} />
      {[...chosen, ""].map((id, index) => {
        const field = `misconception.${drawnAs}.${index + 1}`;
        const another = index === 0 ? "" : "another ";
        return (
          <div className="field wide" key={field}>
            <label htmlFor={field}>
              Shows {another}misconception <span className="vh">of {about}</span>
            </label>
            <select className="in" id={field} name={`misconception.${drawnAs}`} defaultValue={id}>
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
