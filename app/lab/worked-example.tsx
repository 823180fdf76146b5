import { Mark } from "~/components/mark";
import { learns, observers, why } from "./model";
import { presets } from "./presets";
import { rule } from "./rule";

/** The first setting done for the student, one observer at a time. Each step stays closed until it is asked for. */
export function WorkedExample({ open }: { open: boolean }) {
  const settings = presets[0]?.variants[0];
  if (!settings) return null;
  const learned = learns(settings);
  return (
    <details className="example" open={open}>
      <summary>A worked example: nothing is locked, and no demand is served</summary>
      <p>Ask the same of each observer: {rule}</p>
      <ol>
        {observers.map(({ id, name, number }) => (
          <li key={id}>
            <details>
              <summary>
                {number}. {name}: what would you say?
              </summary>
              <p>
                <strong className="says">
                  <Mark name={learned[id]} />
                  {learned[id]}
                </strong>
                . {why(id, settings)}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </details>
  );
}
