import { leftOut } from "./left-out";
import { References } from "./references";

/** What the model leaves out, one press away. */
export function LeftOut() {
  return (
    <details>
      <summary>What this model leaves out</summary>
      <ol className="leaves">
        {leftOut.map(({ text, sources }) => (
          <li key={text}>
            {text} {sources.length > 0 && <References ids={sources} />}
          </li>
        ))}
      </ol>
    </details>
  );
}
