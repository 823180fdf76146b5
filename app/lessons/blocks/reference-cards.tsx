import { Mark } from "~/components/mark";
import { popover } from "~/components/popover";
import { idsOf } from "../tree";
import type { Reference } from "../view";
import { Linked } from "./linked";
import marks from "./marks.ts?worker&url";
import { usePage } from "./page-context";

/** What opens at the marks of this page, each entry once, and the script that opens it without a press. */
export function ReferenceCards() {
  const { tree, refs } = usePage();
  const cited = idsOf(tree, "kh-ref").flatMap((id) => refs[id] ?? []);
  if (cited.length === 0) return null;
  return (
    <>
      {cited.map((one) => (
        <ReferenceCard key={one.id} of={one} />
      ))}
      <script type="module" src={marks} />
    </>
  );
}

/** Who said it, when, to whom, how it is known, where it stands, and the way to the whole entry. */
function ReferenceCard({ of: { id, href, mark, words, background, says, facts, checked } }: { of: Reference }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      className="gloss sheet card"
      id={`r-${id}`}
      role="group"
      aria-label={`${id}: ${words}`}
      aria-describedby={`r-${id}-says`}
      tabIndex={-1}
      {...popover}
    >
      <p className="says">
        {mark ? <Mark name={mark} /> : null}
        <strong>{words}</strong>
      </p>
      <p>
        <a href={href}>{id === "LAB" ? "To the lab" : `${id} in the ledger`}</a>
      </p>
      {checked ? (
        <p>
          <b>How far we checked it:</b> {checked}
        </p>
      ) : null}
      <p id={`r-${id}-says`}>
        <Linked text={says} />
      </p>
      {facts.length > 0 ? (
        <dl>
          {facts.map(([name, told]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <Linked text={told} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {mark && !background ? <p className="soft">The mark says how it is known, not that it is true.</p> : null}
    </div>
  );
}
