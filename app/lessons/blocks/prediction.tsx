import { createContext, type ReactNode, useContext } from "react";
import { moment } from "~/text";
import { elementsOf } from "../tree";
import type { Said } from "../view";
import { AnswerForm, useRefused, WhyRefused } from "./answer-form";
import { usePage } from "./page-context";

type Asked = { id: string; type: "one" | "many"; reason?: string; children?: ReactNode };
const Choosing = createContext<{ many: boolean; chosen: string[] }>({ many: false, chosen: [] });

/** A prediction before the explanation. It is not marked; it is shown again later. */
export function Predict(asked: Asked) {
  const kept = usePage().answers[asked.id];
  const options = useOptions(asked.id);
  return (
    <PredictionForm
      asked={asked}
      anchor={asked.id}
      legend="Before you read: your prediction"
      button={kept ? "Change my prediction" : "Keep my prediction"}
    >
      {kept ? (
        <p>
          You said {words(options, kept.newest)}, on {moment(kept.newest.at, null)}.
        </p>
      ) : (
        <p className="small">Not marked. You see it again later, and may change it.</p>
      )}
    </PredictionForm>
  );
}

/** The same prediction again, after the explanation: what was said first stays in sight. */
export function Recall(asked: Asked) {
  const kept = usePage().answers[asked.id];
  const options = useOptions(asked.id);
  const changed = kept && kept.newest.at > kept.first.at;
  return (
    <PredictionForm
      asked={asked}
      anchor={`${asked.id}-again`}
      legend={kept ? "Your prediction" : "You have not predicted yet"}
      button={kept ? "Change my answer" : "Keep my answer"}
    >
      {kept ? (
        <p>
          In the beginning you said {words(options, kept.first)}, on {moment(kept.first.at, null)}.
        </p>
      ) : null}
      {changed ? <p>Now you say {words(options, kept.newest)}.</p> : null}
    </PredictionForm>
  );
}

/** The words of the question, inside the form of a prediction. */
export function Question({ children }: { children?: ReactNode }) {
  return children;
}

/** One answer to choose. */
export function Option({ value, children }: { value: string; children?: ReactNode }) {
  const { many, chosen } = useContext(Choosing);
  return (
    <label className="opt">
      <input type={many ? "checkbox" : "radio"} name="chosen" value={value} defaultChecked={chosen.includes(value)} />
      <span>{children}</span>
    </label>
  );
}

function PredictionForm({
  asked,
  anchor,
  legend,
  button,
  children,
}: {
  asked: Asked;
  anchor: string;
  legend: string;
  button: string;
  children: ReactNode;
}) {
  const kept = usePage().answers[asked.id]?.newest;
  const refused = useRefused(asked.id);
  const [question, ...choices] = [asked.children].flat();
  const chosen = refused?.chosen ?? kept?.chosen ?? [];
  return (
    <AnswerForm block={asked.id} kind="predict" anchor={anchor} className="yours">
      <fieldset aria-describedby={refused ? `${anchor}-why` : undefined}>
        <legend>{legend}</legend>
        {question}
        <WhyRefused refused={refused} id={`${anchor}-why`} />
        <Choosing.Provider value={{ many: asked.type === "many", chosen }}>
          <div className="opts">{choices}</div>
        </Choosing.Provider>
      </fieldset>
      {asked.reason ? (
        <label className="field">
          {asked.reason}
          <textarea
            className="in"
            name="text"
            rows={2}
            maxLength={4000}
            defaultValue={refused?.text ?? kept?.text ?? ""}
          />
        </label>
      ) : null}
      <div className="said-before">{children}</div>
      <p className="btns">
        <button type="submit" className="btn go">
          {button}
        </button>
      </p>
    </AnswerForm>
  );
}

/** The words of each option by its value. */
function useOptions(id: string): Record<string, string> {
  const element = elementsOf(usePage().tree, "kh-predict", "kh-recall").find(({ properties }) => properties.id === id);
  const options = element ? elementsOf(element, "kh-option") : [];
  return Object.fromEntries(
    options.map(({ properties, children }) => [
      String(properties.value),
      children.map((child) => (child.type === "text" ? child.value : "")).join(""),
    ]),
  );
}

/** “Yes”, because: “...” */
function words(options: Record<string, string>, { chosen, text }: Said): string {
  const picked = chosen.map((value) => `“${options[value] ?? value}”`).join(" and ");
  return text ? `${picked}, with the reason “${text}”` : picked;
}
