import { Mark } from "~/components/mark";
import { spoken } from "~/components/spoken";
import { Sight, sightWords } from "~/figures/sight";
import { type Learns, learns, learnsWords, metadataAbout, type Observer, observers, type Settings, why } from "./model";
import type { Predicted } from "./prediction-form";
import { ruleOf } from "./rules";
import { placeOf } from "./words";

/**
 * What each observer learns, in words; the picture repeats it. With a prediction it stands beside, and the rows that differ
 * come first.
 */
export function Results({ settings, predicted }: { settings: Settings; predicted?: Predicted }) {
  const learned = learns(settings);
  const differs = ({ id }: Observer) => predicted !== undefined && predicted[id] !== learned[id];
  const order = [...observers.filter(differs), ...observers.filter((observer) => !differs(observer))];
  const heads = ["Observer", ...(predicted ? ["You predicted"] : []), "Learns", "What that looks like", "Why"];
  return (
    <table className="watch" {...spoken.table}>
      <caption className="vh">What each observer learns about this one message</caption>
      <thead {...spoken.rowgroup}>
        <tr {...spoken.row}>
          {heads.map((heading) => (
            <th key={heading} scope="col" {...spoken.columnheader}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {order.map((observer) => (
        <tbody key={observer.id} className={differs(observer) ? "missed" : undefined} {...spoken.rowgroup}>
          <Result observer={observer} learned={learned[observer.id]} settings={settings} predicted={predicted} />
        </tbody>
      ))}
    </table>
  );
}

function Result({
  observer,
  learned,
  settings,
  predicted,
}: {
  observer: Observer;
  learned: Learns;
  settings: Settings;
  predicted: Predicted | undefined;
}) {
  return (
    <tr {...spoken.row}>
      <th scope="row" {...spoken.rowheader}>
        <span className="who">
          <span className="no">{observer.number}</span>{" "}
          <span>
            <b>{observer.name}</b>
            <span className="small soft">
              <span className="vh">, </span>
              {placeOf(observer)}
            </span>
          </span>
        </span>
      </th>
      {predicted ? <Said said={predicted[observer.id]} learned={learned} /> : null}
      <td {...spoken.cell} data-h="Learns" data-observer={observer.id} data-learns={learned}>
        <strong className="says">
          <Mark name={learned} />
          {learned}
        </strong>
      </td>
      <td {...spoken.cell} className="see">
        <Sight learns={learned} about={metadataAbout(observer.id, settings)} />
        <span className="vh">{sightWords(learned, metadataAbout(observer.id, settings))}</span>
      </td>
      <td {...spoken.cell} className="why">
        {why(observer.id, settings)}
        {predicted ? <SettledBy observer={observer} /> : null}
      </td>
    </tr>
  );
}

function SettledBy({ observer }: { observer: Observer }) {
  const { id, href } = ruleOf(observer.id);
  return (
    <>
      {" "}
      <a href={href}>Rule {id}</a>
    </>
  );
}

/** What was predicted, and whether the rules say the same: by a mark and in words. */
function Said({ said, learned }: { said: Learns; learned: Learns }) {
  const same = said === learned;
  return (
    <td {...spoken.cell} data-h="You predicted">
      <span className="pred">
        <Mark name={said} />
        {said}
      </span>{" "}
      <span className={`says small ${same ? "is-right" : "is-wrong"}`}>
        <Mark name={same ? "right" : "wrong"} />
        {same ? "so say the rules" : `by the rules: ${learnsWords[learned]}`}
      </span>
    </td>
  );
}
