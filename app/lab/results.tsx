import { Mark } from "~/components/mark";
import { spoken } from "~/components/spoken";
import { Sight } from "~/figures/sight";
import {
  contentCount,
  type Learns,
  learns,
  metadataAbout,
  type Observer,
  observers,
  type Settings,
  why,
} from "./model";

/** The result in words; the picture repeats it. */
export function Results({ settings }: { settings: Settings }) {
  const learned = learns(settings);
  return (
    <section className="stack" aria-labelledby="lab-results">
      <h2 id="lab-results">2. See what each one learns</h2>
      <p>
        <strong>{contentCount(settings)} of 7</strong> can read the content of this one message.
      </p>
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
      <table className="watch" {...spoken.table}>
        <caption className="vh">What each observer learns about this one message</caption>
        <thead {...spoken.rowgroup}>
          <tr {...spoken.row}>
            {["Observer", "Learns", "What that looks like", "Why"].map((heading) => (
              <th key={heading} scope="col" {...spoken.columnheader}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...spoken.rowgroup}>
          {observers.map((observer) => (
            <Result key={observer.id} observer={observer} learned={learned[observer.id]} settings={settings} />
          ))}
        </tbody>
      </table>
      <p className="small soft">
        You learn the text if you hold a key, stand where it is open, or get it from someone who does. You learn the
        envelope if you stand where the envelope is not locked in too.
      </p>
    </section>
  );
}

function Result({ observer, learned, settings }: { observer: Observer; learned: Learns; settings: Settings }) {
  return (
    <tr {...spoken.row}>
      <th scope="row" {...spoken.rowheader}>
        <span className="who">
          <span className="no">{observer.number}</span>
          <span>
            <b>{observer.name}</b>
            <span className="small soft">{observer.place}</span>
          </span>
        </span>
      </th>
      <td {...spoken.cell} data-h="Learns" data-observer={observer.id} data-learns={learned}>
        <strong className="says">
          <Mark name={learned} />
          {learned}
        </strong>
      </td>
      <td {...spoken.cell} className="see">
        <Sight learns={learned} about={metadataAbout(observer.id, settings)} />
      </td>
      <td {...spoken.cell} className="why">
        {why(observer.id, settings)}
      </td>
    </tr>
  );
}
