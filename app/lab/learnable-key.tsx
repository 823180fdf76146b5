import { Mark } from "~/components/mark";

/** What the three words mean. Source: brief part 5.2. */
export function LearnableKey() {
  return (
    <ul className="key">
      <li className="says">
        <Mark name="content" /> content: the text can be read
      </li>
      <li className="says">
        <Mark name="metadata" /> metadata: who, when and how much, in whole or in part
      </li>
      <li className="says">
        <Mark name="nothing" /> nothing: not even that
      </li>
    </ul>
  );
}
