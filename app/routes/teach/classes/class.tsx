import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { Table } from "~/components/table";
import { type AssignmentOverview, listOfClass, removedOfClass } from "~/models/assignment.server";
import { joinCode } from "~/models/classroom.server";
import { students } from "~/models/roster.server";
import { closeAllOver } from "~/models/submission.server";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { joinAddress } from "../../join-way.server";
import { dates, phaseWords } from "../assignments/phase-words";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Class"} · Keyhole` }];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await seenClass(args);
  await closeAllOver(taught.id);
  return {
    visitor: taught.viewer,
    id: taught.id,
    name: taught.name,
    zone: taught.zone,
    code: await joinCode(taught),
    address: joinAddress(args.request),
    students: (await students(taught)).length,
    assignments: await listOfClass(taught),
    removed: await removedOfClass(taught),
  };
}

export default function Class() {
  const { visitor, id, name, zone, code, address, students, assignments, removed } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <header>
        <p className="eyebrow">
          <a href="/teach">Your classes</a>
        </p>
        <h1>{name}</h1>
      </header>
      <nav aria-label={name}>
        <ul className="ways">
          <li>
            <a href={`/teach/classes/${id}/roster`}>{many(students, "student")}</a>
          </li>
          <li>
            <a href={`/teach/classes/${id}/gradebook`}>Gradebook</a>
          </li>
          <li>
            <a href={`/teach/classes/${id}/mastery`}>Mastery</a>
          </li>
        </ul>
      </nav>
      <JoinCode id={id} code={code} address={address} empty={students === 0} />
      <section aria-labelledby="given" className="stack">
        <h2 id="given">Quizzes given</h2>
        {assignments.length === 0 ? (
          <p className="read">
            Nothing yet. Give the class a quiz: you choose when it opens, when it is due and when results are shown.
          </p>
        ) : (
          <Given assignments={assignments} zone={zone} students={students} />
        )}
        <p className="btns">
          <a className="btn go" href={`/teach/assignments/new?class=${id}`}>
            Give a quiz
          </a>
        </p>
      </section>
      {removed.length > 0 ? (
        <section aria-labelledby="removed" className="stack">
          <h2 id="removed">Removed</h2>
          <p className="soft">Students do not see these any more. Their work is kept.</p>
          <ul className="undo">
            {removed.map((one) => (
              <li key={one.id}>
                {one.title}
                <form method="post" action={`/teach/assignments/${one.id}/return`}>
                  <button className="linky" type="submit">
                    Bring back<span className="vh"> {one.title}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}

function JoinCode({ id, code, address, empty }: { id: string; code: string | null; address: string; empty: boolean }) {
  return (
    <section aria-labelledby="code" className="stack">
      <h2 id="code">How students join</h2>
      {code ? (
        <>
          <p>
            On their own device they open <strong>{address}</strong> and type this code:
          </p>
          <p className="joincode">{code}</p>
          <p className="soft">
            {empty ? "Nobody has joined yet. Show this on the projector. " : ""}Everybody who knows the code can join.
            Close it when all are in.
          </p>
        </>
      ) : (
        <p className="read">Nobody can join now. Make a code when somebody should.</p>
      )}
      <div className="btns">
        <form method="post" action={`/teach/classes/${id}/join-code`}>
          <button className="btn" type="submit">
            {code ? "Make a new code in its place" : "Make a code"}
          </button>
        </form>
        {code ? (
          <form method="post" action={`/teach/classes/${id}/join-code/closure`}>
            <button className="btn" type="submit">
              Close the code
            </button>
          </form>
        ) : null}
      </div>
    </section>
  );
}

function Given({ assignments, zone, students }: { assignments: AssignmentOverview[]; zone: string; students: number }) {
  return (
    <Table
      caption="Quizzes given to this class, the newest first"
      heads={["Quiz", "State", "Dates", "Handed in", "To mark by hand"]}
    >
      {assignments.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <a href={`/teach/assignments/${one.id}`}>{one.title}</a>
          </th>
          <td>{phaseWords[one.phase]}</td>
          <td>
            {dates(one, zone).map((said) => (
              <div key={said}>{said}</div>
            ))}
            {dates(one, zone).length === 0 ? "no dates" : null}
          </td>
          <td>
            {one.handedIn} of {students}
          </td>
          <td>
            {one.toMark === 0 ? (
              "nothing"
            ) : (
              <a href={`/teach/assignments/${one.id}/marking`}>{many(one.toMark, "answer")}</a>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
