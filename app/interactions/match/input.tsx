import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

/** Bins become the columns of a table, single partners the options of a list: both without a script. */
export function Input(props: InputProps<Body, Response>) {
  return props.body.reuse ? <Sort {...props} /> : <Pair {...props} />;
}

/**
 * The words in each cell are for narrow screens, where the row of heads is gone. A place is named by the number of its row,
 * so that who hears the page need not hear the whole sentence before each place: it follows as the description.
 */
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
        {body.sources.map((source, row) => (
          <tr key={source.id}>
            <th scope="row">
              <b id={`${name}.${source.id}.no`}>{row + 1}</b> <span id={`${name}.${source.id}.row`}>{source.text}</span>
            </th>
            {body.targets.map((target, column) => (
              <td key={target.id}>
                <label className="cell">
                  <input
                    type="radio"
                    id={column === 0 ? `${name}.${source.id}` : undefined}
                    name={`${name}.${source.id}`}
                    value={target.id}
                    defaultChecked={response?.pairs[source.id] === target.id}
                    aria-labelledby={`${name}.${source.id}.no ${name}.${source.id}.${target.id}`}
                    aria-describedby={`${name}.${source.id}.row`}
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
