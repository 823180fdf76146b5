import type { InputProps } from "../contract";
import { pieces } from "./pieces";
import type { Body, Response } from "./schema";

/** The sentence with a list in place of each gap. */
export function Input({ body, response, name }: InputProps<Body, Response>) {
  return (
    <p className="cloze">
      {pieces(body.text).map((piece, index) => {
        const number = (index + 1) / 2;
        const gap = index % 2 === 1 ? body.gaps[number - 1] : undefined;
        if (!gap) return piece;
        return (
          <select
            className="gap"
            key={gap.id}
            name={`${name}.${gap.id}`}
            defaultValue={response?.gaps[gap.id] ?? ""}
            aria-label={`Blank ${number}`}
          >
            <option value="" />
            {gap.options.map((option) => (
              <option value={option.id} key={option.id}>
                {option.text}
              </option>
            ))}
          </select>
        );
      })}
    </p>
  );
}
