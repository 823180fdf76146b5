import { standingWords } from "~/text";
import type { Practised } from "../practised.server";

/** What somebody did in lessons and beside them, with the way back to each. */
export function PractisedList({ practised }: { practised: Practised[] }) {
  if (practised.length === 0)
    return (
      <p className="soft">
        Nothing yet. <a href="/">Each lesson</a> has predictions to make and checks to try, and what you put into them
        stands here.
      </p>
    );
  return (
    <ul className="given">
      {practised.map(({ href, place, did }) => (
        <li key={href}>
          <span>
            <a href={href}>{place}</a>
          </span>
          <span className="small">
            {did.map((one, index) => (
              <span key={one.href}>
                {index > 0 ? ", " : null}
                <a href={one.href}>{words(one)}</a>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function words({ what, came }: Practised["did"][number]): string {
  switch (what) {
    case "prediction":
      return "your prediction";
    case "check":
      return came && came in standingWords
        ? `a check: ${standingWords[came as keyof typeof standingWords]}`
        : "a check";
    case "sorting":
      return "your sorting";
    case "words":
      return "your own words";
    case "lab":
      return came === "1" ? "1 setting predicted" : `${came} settings predicted`;
    default:
      return came ?? "";
  }
}
