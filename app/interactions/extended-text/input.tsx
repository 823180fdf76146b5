import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

export function Input({ body, response, name, labelledBy }: InputProps<Body, Response>) {
  return (
    <div className="essay stack">
      <p className="small soft" id={`${name}.hint`}>
        Write {body.words.min} to {body.words.max} words.
      </p>
      <textarea
        className="in"
        rows={10}
        name={name}
        defaultValue={response?.text}
        aria-labelledby={labelledBy}
        aria-describedby={`${name}.hint`}
      />
    </div>
  );
}
