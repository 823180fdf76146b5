import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { Table } from "~/components/table";
import { type AssignmentOverview, listOfClass, removedOfClass } from "~/models/assignment.server";
import { joinCode } from "~/models/classroom.server";
import { students } from "~/models/roster.server";
import { closeAllOver } from "~/models/submission.server";
import joinStyles from "~/styles/join.css?url";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { joinAddress } from "../../join-way.server";
import { dates, phaseWords } from "../assignments/phase-words";
import { Removed } from "../removed";
import { ClassHead } from "./class-head";
import { JoinCode } from "./join-code-section";

export const links = () => [teach, joinStyles].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Class"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await seenClass(args);
  await closeAllOver(taught.id);
  return {
    visitor: taught.viewer,
    id: taught.id,
    name: taught.name,
    zone: taught.zone,
    observer: taught.observer,
    archivedAt: taught.archivedAt,
    code: await joinCode(taught),
    address: joinAddress(args.request),
    students: (await students(taught)).length,
    assignments: await listOfClass(taught),
    removed: await removedOfClass(taught),
  };
}

export default function Class() {
  const { visitor, id, name, zone, observer, archivedAt, code, address, students, assignments, removed } =
    useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ClassHead of={{ id, name, zone, archivedAt }} heading={name} at="">
        <p className="soft">
          {many(students, "student")}.
          {observer ? " You observe this class: you see all of it and change nothing." : null}
        </p>
      </ClassHead>
      {observer ? null : (
        <JoinCode id={id} code={code} address={address} empty={students === 0} archived={archivedAt !== null} />
      )}
      <section aria-labelledby="given" className="stack">
        <h2 id="given">What you gave</h2>
        {assignments.length === 0 ? (
          <p className="read">
            Nothing yet.{" "}
            {observer
              ? ""
              : "Give the class a lesson, a quiz or both: you choose when it opens, when it is due and when results are shown."}
          </p>
        ) : (
          <Given assignments={assignments} zone={zone} observer={observer} />
        )}
        {observer ? null : <Giving id={id} assignments={assignments} archived={archivedAt !== null} />}
      </section>
      {observer ? null : (
        <Removed
          says="Students do not see these any more. Their work is kept."
          gone={removed.map(({ id, title }) => ({ id, name: title, back: `/teach/assignments/${id}/return` }))}
        />
      )}
      {observer ? null : <PutAway id={id} archived={archivedAt !== null} />}
    </Page>
  );
}

function PutAway({ id, archived }: { id: string; archived: boolean }) {
  if (archived)
    return (
      <form method="post" action={`/teach/classes/${id}/return`} className="btns">
        <button className="btn" type="submit">
          Take it out of the archive
        </button>
      </form>
    );
  return (
    <p className="btns">
      <a className="btn" href={`/teach/classes/${id}/archive`}>
        Archive the class
      </a>
    </p>
  );
}

type GivenProps = { assignments: AssignmentOverview[]; zone: string; observer: boolean };

function Giving({ id, assignments, archived }: { id: string; assignments: AssignmentOverview[]; archived: boolean }) {
  return (
    <p className="btns">
      {archived ? null : (
        <a className="btn go" href={`/teach/assignments/new?class=${id}`}>
          Give a lesson or a quiz
        </a>
      )}
      {assignments.some(({ phase }) => phase === "open" || phase === "overdue") ? (
        <a className="btn" href={`/teach/classes/${id}/stop`}>
          Stop all
        </a>
      ) : null}
      {assignments.length > 0 ? (
        <a className="btn" href={`/teach/classes/${id}/copy`}>
          Copy to the next term
        </a>
      ) : null}
    </p>
  );
}

function Given({ assignments, zone, observer }: GivenProps) {
  return (
    <Table
      caption="Given to this class, the newest first"
      heads={["What", "Handed in", "To mark by hand", "State", "Dates"]}
    >
      {assignments.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <a href={`/teach/assignments/${one.id}`}>{one.title}</a>
            <span className="soft small line">
              {one.quiz === null ? "lesson" : one.lesson === null ? "quiz" : "lesson and quiz"}
              {one.everybody ? "" : `, for ${one.students} of the class`}
            </span>
          </th>
          <td>
            {one.handedIn} of {one.students}
            {one.quiz === null ? " have read it" : ""}
          </td>
          <td>
            {one.toMark === 0 ? (
              "nothing"
            ) : observer ? (
              many(one.toMark, "answer")
            ) : (
              <a href={`/teach/assignments/${one.id}/marking`}>{many(one.toMark, "answer")}</a>
            )}
          </td>
          <td>{one.stoppedAt ? "Stopped by hand" : phaseWords[one.phase]}</td>
          <td>
            {dates(one, zone).map((said) => (
              <div key={said}>{said}</div>
            ))}
            {dates(one, zone).length === 0 ? "no dates" : null}
          </td>
        </tr>
      ))}
    </Table>
  );
}
