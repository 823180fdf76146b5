import { Mark } from "~/components/mark";
import type { Live } from "~/models/live.server";
import { type About, liveAt, minutesOf, placeOf, standingSays } from "./live-words";

/** To whom one goes first. Of a year group each name leads to its row: they all stand on the first page. */
export function LiveFirst({ live: { first, counts, patience }, about }: { live: Live; about: About }) {
  const { assignment, page } = about;
  const more = counts.stuck + counts.away - first.length;
  const onFirst = (id: string) => `${page === 1 ? "" : `${liveAt(assignment)}?page=1`}#${id}`;
  const others = `${more} more are at the top of the table`;
  return (
    <>
      {first.length === 0 ? (
        <p className="read">Nobody is stuck.</p>
      ) : (
        <ul className="go-now">
          {first.map((one) => (
            <li key={one.personId}>
              <b>
                {page ? (
                  <a id={`f${one.personId}`} href={onFirst(placeOf(one.personId))}>
                    {one.name}
                  </a>
                ) : (
                  one.name
                )}
              </b>
              <span className="says">
                <Mark name={one.standing === "away" ? "offline" : "stuck"} />
                {standingSays(one)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">
        {more > 0 && page ? (
          <>
            <a id="more-first" href={onFirst("rows")}>
              {others}
            </a>
            , from page 1 on.{" "}
          </>
        ) : null}
        {more > 0 && !page ? `${others}. ` : ""}
        Stuck is who sent nothing for {minutesOf(patience)}, twice what the class takes from one thing to the next, or
        checked one question three times without getting it right. Who goes on is never stuck.
      </p>
    </>
  );
}
