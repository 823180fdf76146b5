import { leftOut } from "./left-out";
import { References } from "./references";
import { Words } from "./words";

/** What the model leaves out, one press away. */
export function LeftOut() {
  return (
    <details>
      <summary>What this model leaves out</summary>
      <ol className="leaves">
        {leftOut.map(({ text, sources, words = [] }) => (
          <li key={text}>
            <Words text={text} of={words} /> {sources.length > 0 && <References ids={sources} />}
          </li>
        ))}
      </ol>
    </details>
  );
}
