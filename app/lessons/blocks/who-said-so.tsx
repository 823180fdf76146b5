import { Mark } from "~/components/mark";
import { statuses } from "../statuses";

/** The seven marks that say how a sentence is known. */
export function WhoSaidSo() {
  return (
    <section aria-labelledby="said">
      <h2 id="said">Who said so</h2>
      <p className="read">
        Each factual sentence in a lesson carries one of seven marks. It says how the sentence is known. It does not say
        that it is true.
      </p>
      <dl className="statuses">
        {statuses.map(({ id, words, means }) => (
          <div key={id}>
            <dt>
              <Mark name={id} />
              {words}
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <p className="read">
        The number after a mark leads to the ledger: C to a claim of one of the two articles, B to background from
        elsewhere. Two have no mark of their own: D leads to an unclear passage of an article and what we do about it,
        and LAB to the rules of our own model, the lab.
      </p>
    </section>
  );
}
