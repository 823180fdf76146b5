import { Mark } from "~/components/mark";
import { learns, learnsWords, observers, type Settings, why } from "./model";
import { presets } from "./presets";
import { rule } from "./rule";
import { settingWords } from "./setting-words";
import { Words } from "./words";

const examples = presets.filter(({ id }) => id === "P1" || id === "P5").flatMap(({ variants }) => variants);

/**
 * One setting done for the student, one observer at a time. Each step stays closed until it is asked for.
 * @param settings what the student is about to predict: the example is the one that has least in common with it
 */
export function WorkedExample({ settings, open }: { settings: Settings; open: boolean }) {
  const example = exampleFor(settings);
  const learned = learns(example);
  return (
    <details className="example" open={open}>
      <summary>A worked example, for another setting: {settingWords(example)}</summary>
      <p>
        Ask the same of each observer: <Words text={rule} of={["envelope"]} />
      </p>
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
                  {learnsWords[learned[id]]}
                </strong>
                . {why(id, example)}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** No protection at all, or end-to-end alone: whichever answers fewer of the seven questions of this setting. */
export function exampleFor(settings: Settings): Settings {
  const learned = learns(settings);
  const given = (example: Settings) => observers.filter(({ id }) => learns(example)[id] === learned[id]).length;
  return examples.reduce((best, example) => (given(example) < given(best) ? example : best));
}
