import type { InputProps } from "../contract";
import { type Body, longest, type Response } from "./schema";

export function Input({ response, name, labelledBy }: InputProps<Body, Response>) {
  return (
    <div className="field">
      <input
        className="in"
        type="text"
        autoComplete="off"
        name={name}
        defaultValue={response?.text}
        maxLength={longest}
        aria-labelledby={labelledBy}
      />
    </div>
  );
}
