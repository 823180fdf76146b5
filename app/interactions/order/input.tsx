import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

/**
 * One list of places per step, blank at first, so that the order on the page is never taken for an answer. Not the class
 * `opt`: its `:has(:checked)` is also true for the blank option of a list.
 */
export function Input({ body, response, name }: InputProps<Body, Response>) {
  return (
    <div className="opts">
      {body.steps.map((step) => (
        <div className="step" key={step.id}>
          <select id={`${name}.${step.id}`} name={`${name}.${step.id}`} defaultValue={response?.ranks[step.id] ?? ""}>
            <option value="" />
            {body.steps.map((other, index) => (
              <option value={index + 1} key={other.id}>
                {index + 1}
              </option>
            ))}
          </select>
          <label htmlFor={`${name}.${step.id}`}>{step.text}</label>
        </div>
      ))}
    </div>
  );
}
