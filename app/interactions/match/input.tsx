import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

/** Bins become the columns of a table, single partners the options of a list: both without a script. */
export function Input(props: InputProps<Body, Response>) {
  return props.body.reuse ? <Sort {...props} /> : <Pair {...props} />;
}

/** The words in each cell are for narrow screens, where the row of heads is gone. */
function Sort({ body, response, name, labelledBy }: InputProps<Body, Response>) {
  return (
    <table className="sortt" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">To sort</span>
          </th>
          {body.targets.map((target) => (
            <th scope="col" key={target.id}>
              {target.text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.sources.map((source) => (
          <tr key={source.id}>
            <th scope="row" id={`${name}.${source.id}.row`}>
              {source.text}
            </th>
            {body.targets.map((target) => (
              <td key={target.id}>
                <label className="cell">
                  <input
                    type="radio"
                    name={`${name}.${source.id}`}
                    value={target.id}
                    defaultChecked={response?.pairs[source.id] === target.id}
                    aria-labelledby={`${name}.${source.id}.row ${name}.${source.id}.${target.id}`}
                  />
                  <span className="w" id={`${name}.${source.id}.${target.id}`}>
                    {target.text}
                  </span>
                </label>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pair({ body, response, name }: InputProps<Body, Response>) {
  return body.sources.map((source) => (
    <div className="field" key={source.id}>
      <label htmlFor={`${name}.${source.id}`}>{source.text}</label>
      <select
        className="in"
        id={`${name}.${source.id}`}
        name={`${name}.${source.id}`}
        defaultValue={response?.pairs[source.id] ?? ""}
      >
        <option value="" />
        {body.targets.map((target) => (
          <option value={target.id} key={target.id}>
            {target.text}
          </option>
        ))}
      </select>
    </div>
  ));
}
