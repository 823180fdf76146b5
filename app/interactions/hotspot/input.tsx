import { NetworkFigure } from "~/figures/network-figure";
import { AtMost } from "../at-most";
import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

/**
 * The list is the control, the picture shows where the places are. Both figures are drawn as the bare way: the flags of
 * D-L3 would be the answer.
 */
export function Input({ body, response, name }: InputProps<Body, Response>) {
  const type = body.max === 1 ? "radio" : "checkbox";
  return (
    <>
      <div className="fig hot">
        <NetworkFigure id={name} question />
      </div>
      <AtMost max={body.max} offered={body.targets.length} />
      <div className="spots">
        {body.targets.map((target) => (
          <label className="opt" key={target.id}>
            <input type={type} name={name} value={target.id} defaultChecked={response?.chosen.includes(target.id)} />
            {target.text}
          </label>
        ))}
      </div>
    </>
  );
}
