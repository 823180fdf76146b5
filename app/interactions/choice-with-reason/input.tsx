import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

/** Two groups under one stem, each with a legend of its own, so that a screen reader tells them apart. */
export function Input({ body, response, name }: InputProps<Body, Response>) {
  return (
    <div className="stack">
      <fieldset>
        <legend className="vh">True or false</legend>
        <div className="opts">
          {[true, false].map((truth) => (
            <label className="opt" key={String(truth)}>
              <input
                type="radio"
                name={`${name}.truth`}
                value={String(truth)}
                defaultChecked={response?.truth === truth}
              />
              {truth ? "True" : "False"}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>Because</legend>
        <div className="opts">
          {body.reasons.map((reason) => (
            <label className="opt" key={reason.id}>
              <input
                type="radio"
                name={`${name}.reason`}
                value={reason.id}
                defaultChecked={response?.reason === reason.id}
              />
              {reason.text}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
