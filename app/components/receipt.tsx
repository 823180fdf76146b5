import type { Receipt } from "~/models/receipt.server";
import { many, moment, timeOfDay } from "~/text";
import { Mark } from "./mark";

/**
 * What the school has of an attempt that is over, and since when, in words that a student can keep. The attempt's id is
 * for the script, which sends what this device may still hold.
 */
export function ReceiptView({ receipt, zone }: { receipt: Receipt; zone: string | null }) {
  const { attempt, submittedAt, timeWasOver, slots, late } = receipt;
  const given = slots.filter(({ madeAt }) => madeAt !== null);
  return (
    <section className="receipt stack" aria-label="What was received" data-over={attempt}>
      {submittedAt ? (
        <p>
          {timeWasOver
            ? `The time was over at ${moment(submittedAt, zone)}; what was there was handed in.`
            : `Handed in ${moment(submittedAt, zone)}.`}{" "}
          {`${given.length} of ${many(slots.length, "answer")} received.`}
        </p>
      ) : null}
      {late.length > 0 ? (
        <p className="said is-wrong">
          <Mark name="not-saved" />
          <span>{`The quiz was over before your last answer to question ${late.join(", ")} came in. It is in the log, but it does not count.`}</span>
        </p>
      ) : null}
      <details className="small">
        <summary>When each answer was made</summary>
        <ul className="plainlist">
          {slots.map(({ slot, madeAt }) => (
            <li key={slot}>
              Question {slot}:{" "}
              {madeAt ? (
                <>
                  kept as made at <time dateTime={new Date(madeAt).toISOString()}>{timeOfDay(madeAt, zone)}</time>
                </>
              ) : (
                "no answer"
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
