import { learnable } from "~/lab/model";
import type { InputProps } from "../contract";
import { observerOf } from "../lab";
import { Setting } from "../setting";
import type { Body, Response } from "./schema";

/** A row of three radio buttons for each observer. The words in each cell show on narrow screens, where the heads are gone. */
export function Input({ body, response, name, labelledBy }: InputProps<Body, Response>) {
  return (
    <>
      {body.setting ? <Setting settings={body.setting} /> : null}
      <table className="sortt thirds" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">Who looks</th>
            {learnable.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.rows.map((row) => (
            <tr key={row}>
              <th scope="row">
                <b id={`${name}.${row}.row`}>{observerOf(row).name}</b>
                <span className="small soft">{observerOf(row).place}</span>
              </th>
              {learnable.map((column) => (
                <td key={column}>
                  <label className="cell">
                    <input
                      type="radio"
                      name={`${name}.${row}`}
                      value={column}
                      defaultChecked={response?.cells[row] === column}
                      aria-labelledby={`${name}.${row}.row ${name}.${row}.${column}`}
                    />
                    <span className="w" id={`${name}.${row}.${column}`}>
                      {column}
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
