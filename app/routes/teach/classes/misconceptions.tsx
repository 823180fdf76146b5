import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { notFound } from "~/access/visitor.server";
import { Page } from "~/components/page";
import { listOfClass } from "~/models/assignment.server";
import { looked } from "~/models/audit.server";
import { fewestMet } from "~/models/holding";
import { type Misconceptions, misconceptionsOf } from "~/models/misconceptions.server";
import ideas from "~/styles/ideas.css?url";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { ReportHead } from "../assignments/report-head";
import { ClassHead } from "./class-head";
import { IdeaCard } from "./idea-card";

export const links = () => [teach, ideas].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name}: wrong ideas · Keyhole` }];

/** Which wrong ideas the students of a class hold; with `?assignment=` by the work of one assignment. */
export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await looked(seen, "wrong ideas");
  const given = (await listOfClass(seen)).filter(({ quiz }) => quiz !== null);
  const only = new URL(args.request.url).searchParams.get("assignment") || undefined;
  if (only && !given.some(({ id }) => id === only)) throw notFound();
  return {
    visitor: seen.viewer,
    ...{ id: seen.id, name: seen.name, zone: seen.zone, archivedAt: seen.archivedAt, observer: seen.observer, only },
    assignments: given.map(({ id, title, quiz, lesson }) => ({ id, title, quiz, lesson })),
    report: await misconceptionsOf(seen, only),
  };
}

export default function ClassMisconceptions() {
  const { visitor, id, name, zone, archivedAt, observer, only, assignments, report } = useLoaderData<typeof loader>();
  const one = assignments.find((assignment) => assignment.id === only);
  const query = only ? `&assignment=${only}` : "";
  return (
    <Page visitor={visitor} at="/teach" className="desk ideas">
      {one ? (
        <ReportHead
          of={{ ...one, classId: id, className: name, observer }}
          heading="Wrong ideas that students hold"
          at="/misconceptions"
        />
      ) : (
        <ClassHead of={{ id, name, zone, archivedAt }} heading="Wrong ideas that students hold" at="/misconceptions" />
      )}
      <p className="read">
        A wrong answer can name the idea behind it. A student holds an idea when the newest work that they handed in, of
        what could show it, does show it. Later work that could show it and does not clears it.
      </p>
      {assignments.length > 1 ? <Filter assignments={assignments} only={only} /> : null}
      {report.ideas.length === 0 ? <p className="said is-waiting">{emptyWords(report)}</p> : null}
      {report.ideas.map((idea, index) => (
        <IdeaCard
          key={idea.id}
          idea={idea}
          first={index === 0}
          zone={zone}
          again={observer ? null : (rest) => `/teach/classes/${id}/again?${rest}${query}`}
        />
      ))}
      <Rest report={report} />
    </Page>
  );
}

function emptyWords({ handedIn, tooFew }: Misconceptions): string {
  if (handedIn === 0) return "Nobody has handed anything in yet. What students answer until then is not looked at.";
  return tooFew.length > 0
    ? `Too few answers to say anything: an idea is shown when at least ${fewestMet} students have met it.`
    : "Nobody holds an idea that these questions could show.";
}

function Filter({ assignments, only }: { assignments: { id: string; title: string }[]; only: string | undefined }) {
  return (
    <form method="get" className="pick">
      <label htmlFor="assignment">By the work of</label>
      <select className="in" id="assignment" name="assignment" defaultValue={only ?? ""}>
        <option value="">everything handed in</option>
        {assignments.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button className="btn" type="submit">
        Show
      </button>
    </form>
  );
}

/** Ideas without a holder, and those that too few have met. */
function Rest({ report: { nobody, tooFew, ideas } }: { report: Misconceptions }) {
  return (
    <>
      {nobody.length > 0 ? (
        <section aria-labelledby="nobody" className="stack">
          <h2 id="nobody">Met, and held by nobody</h2>
          <Briefly ideas={nobody} />
        </section>
      ) : null}
      {tooFew.length > 0 && ideas.length + nobody.length > 0 ? (
        <section aria-labelledby="few" className="stack">
          <h2 id="few">Too few answers</h2>
          <p className="soft">Who holds these is shown when at least {fewestMet} students have met them.</p>
          <Briefly ideas={tooFew} />
        </section>
      ) : null}
    </>
  );
}

function Briefly({ ideas }: { ideas: { id: string; idea: string; met: number }[] }) {
  return (
    <ul className="brief">
      {ideas.map(({ id, idea, met }) => (
        <li key={id}>
          {idea} <span className="soft">Met by {many(met, "student")}.</span>
        </li>
      ))}
    </ul>
  );
}
