import type { ReactNode } from "react";
import { Mark } from "~/components/mark";
import { Table } from "~/components/table";
import { observers, settingsQuery } from "~/lab/model";
import { presetOf } from "~/lab/presets";
import { settingWords } from "~/lab/setting-words";
import type { PredictedObserver, PredictedSetting } from "~/models/lab-report.server";
import { many, percent } from "~/text";

/** One setting: of each observer how many predicted it rightly, before and after. `children`: the names, when asked for. */
export function SettingReport({
  klass,
  students,
  report,
  children,
}: {
  klass: string;
  students: number;
  report: PredictedSetting;
  children: ReactNode;
}) {
  const { code, settings, again, few } = report;
  const preset = presetOf(settings);
  return (
    <section className="stack lab-report" aria-labelledby={code} id={`setting-${code}`}>
      <h2 id={code}>{preset?.title ?? "A setting of their own"}</h2>
      <p>
        <a href={`/lab?${settingsQuery(settings)}`}>{settingWords(settings)}</a>
      </p>
      <p className="small soft">
        Predicted by {report.students} of {many(students, "student")}; {again === 0 ? "none" : again} of them again.
        {few ? " So few say little about a class." : ""}
      </p>
      <Table
        caption={`Right predictions under this setting: ${settingWords(settings)}`}
        heads={["Observer", "Learns", "Right at first", "Right now, of who tried again", "Most said instead"]}
      >
        {report.observers.map((one) => (
          <Row key={one.id} observer={one} report={report} />
        ))}
      </Table>
      {children ?? (
        <p>
          <a href={`/teach/classes/${klass}/lab?names=${code}#setting-${code}`}>Show names</a>
        </p>
      )}
    </section>
  );
}

function Row({ observer, report }: { observer: PredictedObserver; report: PredictedSetting }) {
  const { id, learned, first, newest, firstOfAgain, mistake } = observer;
  const { number, name } = observers.find((one) => one.id === id) as (typeof observers)[number];
  return (
    <tr>
      <th scope="row">
        {number} {name}
      </th>
      <td>
        <span className="says">
          <Mark name={learned} />
          {learned}
        </span>
      </td>
      <td className="num">
        <Share of={report.students} count={first} />
      </td>
      <td className="num">
        {report.again === 0 ? (
          "–"
        ) : (
          <>
            <Share of={report.again} count={newest} /> <span className="small soft">at first {firstOfAgain}</span>
          </>
        )}
      </td>
      <td>{mistake ? `${mistake.said} (${mistake.students})` : "–"}</td>
    </tr>
  );
}

function Share({ of, count }: { of: number; count: number }) {
  return (
    <>
      <meter min={0} max={of} value={count} aria-hidden="true" /> {count} of {of}{" "}
      <span className="small soft">{percent(of === 0 ? 0 : count / of)}</span>
    </>
  );
}
