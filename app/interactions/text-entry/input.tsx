import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

export function Input({ response, name, labelledBy }: InputProps<Body, Response>) {
  return (
    <div className="field">
      <input
        className="in"
        type="text"
        autoComplete="off"
        name={name}
        defaultValue={response?.text}
        aria-labelledby={labelledBy}
      />
    </div>
  );
}
