import { Mark } from "~/components/mark";
import { statuses } from "../statuses";

/** The seven marks that say how a sentence is known. */
export function WhoSaidSo() {
  return (
    <section aria-labelledby="said">
      <h2 id="said">Who said so</h2>
      <p className="read">
        Where a lesson states a fact, a mark stands after the sentence or at the end of its paragraph. It leads to an
        entry of the ledger, and most marks have one of these seven signs. A sign says how something is known, and not
        that it is true. Definitions, instructions and what is only so in our model have none.
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
