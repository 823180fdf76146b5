import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { settingsOf } from "~/lab/model";
import { presetOf } from "~/lab/presets";
import { looked } from "~/models/audit.server";
import { classPredictions, predictedBy, studentsOf } from "~/models/lab-report.server";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { ClassHead } from "./class-head";
import { PredictedNames } from "./predicted-names";
import { SettingReport } from "./setting-report";

export const links = () => [teach].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.name ?? "Class"}: predictions in the lab · Keyhole` },
];

/** What the class predicted in the lab; with `?names=T1I0D0E0W0` who predicted that setting. */
export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await looked(seen, "lab work");
  const { id, name, zone, archivedAt, viewer: visitor } = seen;
  const code = new URL(args.request.url).searchParams.get("names");
  const settings = code === null ? null : settingsOf(code);
  if (code !== null && !settings) throw notFound();
  return {
    visitor,
    of: { id, name, zone, archivedAt },
    students: await studentsOf(seen),
    report: await classPredictions(seen),
    names: code && settings ? { code, people: await predictedBy(seen, settings, code) } : null,
  };
}

export default function ClassLab() {
  const { visitor, of, students, report, names } = useLoaderData<typeof loader>();
  const known = report.filter(({ settings }) => presetOf(settings));
  const other = report.filter(({ settings }) => !presetOf(settings));
  const shown = (one: (typeof report)[number]) => (
    <SettingReport key={one.code} klass={of.id} students={students} report={one}>
      {names?.code === one.code ? <PredictedNames people={names.people} /> : null}
    </SettingReport>
  );
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ClassHead of={of} heading="What the class predicts in the lab" at="/lab" />
      <p className="read">
        Before a message runs, a student says what each of the seven observers will learn. These are the first and the
        newest predictions of each student under one setting. They are not marks.
      </p>
      {report.length === 0 ? (
        <p className="said is-waiting">
          <span />
          <span>
            Nobody has predicted anything yet. <a href="/lab">Open the lab</a> and let the class predict one setting
            before you talk about it.
          </span>
        </p>
      ) : null}
      {known.map(shown)}
      {other.length > 0 ? (
        <details open={known.length === 0 || other.some(({ code }) => code === names?.code)}>
          <summary>{many(other.length, "more setting")} that students chose themselves</summary>
          <div className="stack">{other.map(shown)}</div>
        </details>
      ) : null}
    </Page>
  );
}
