/**
 * The buttons below the questions of a page. Where one goes on only forwards it is said before, each time.
 * @param ranges the first and the last number of each page
 */
export function PageTurns({
  page,
  ranges,
  sequential,
}: {
  page: number;
  ranges: readonly (readonly [number, number])[];
  sequential: boolean;
}) {
  const last = page === ranges.length;
  return (
    <>
      {sequential && !last ? (
        <p className="said is-waiting" id="forwards">
          You cannot come back to this page. When you go on, its answers stay as they are.
        </p>
      ) : null}
      <div className="submitline">
        {page > 1 && !sequential ? (
          <button type="submit" className="linky" name="to" value={page - 1}>
            ← Back to {rangeWords(ranges[page - 2])}
          </button>
        ) : (
          <span />
        )}
        <span className="btns">
          <button type="submit" className={last ? "btn go" : "btn"} name="to" value="summary">
            Check before handing in
          </button>
          {last ? null : (
            <button
              type="submit"
              className="btn go"
              name="to"
              value={page + 1}
              aria-describedby={sequential ? "forwards" : undefined}
            >
              Next: {rangeWords(ranges[page])}
            </button>
          )}
        </span>
      </div>
    </>
  );
}

/** What is said before one starts a quiz in which one goes on only forwards. */
export const forwardsOnly =
  "You go through it page by page and only forwards: a page that you have left is not shown again, and its answers stay as they are";

/** What somebody reads whose answers came from a page that had been left. */
export function Passed() {
  return (
    <p className="said is-wrong" role="alert">
      That page had been left for good. What you changed on it is in the log, but it does not count.
    </p>
  );
}

function rangeWords([from, to]: readonly [number, number] = [0, 0]): string {
  return from === to ? `question ${from}` : `questions ${from} to ${to}`;
}
