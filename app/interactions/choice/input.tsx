import { AtMost } from "../at-most";
import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

export function Input({ body, response, name }: InputProps<Body, Response>) {
  const type = body.max === 1 ? "radio" : "checkbox";
  return (
    <>
      <AtMost max={body.max} offered={body.options.length} />
      <div className="opts">
        {body.options.map((option) => (
          <label className="opt" key={option.id}>
            <input type={type} name={name} value={option.id} defaultChecked={response?.chosen.includes(option.id)} />
            {option.text}
          </label>
        ))}
      </div>
    </>
  );
}
