import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { MasteryExplained } from "~/components/mastery-table";
import { LevelSays } from "~/components/mastery-words";
import { Page } from "~/components/page";
import { Table } from "~/components/table";
import { looked } from "~/models/audit.server";
import { levels } from "~/models/mastery";
import { type ClassObjective, classMastery } from "~/models/mastery.server";
import book from "~/styles/gradebook.css?url";
import teach from "~/styles/teach.css?url";
import { ClassHead } from "./class-head";
import { ObjectiveReport } from "./objective-report";
import { SureMap } from "./sure-map";

export const links = () => [teach, book].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.name ?? "Class"}: mastery · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  await looked(seen, "mastery");
  const { id, name, zone, archivedAt, viewer: visitor } = seen;
  return { visitor, of: { id, name, zone, archivedAt }, objectives: await classMastery(seen) };
}

/** How far a class is with each objective that its quizzes ask about. */
export default function Mastery() {
  const { visitor, of, objectives } = useLoaderData<typeof loader>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ClassHead of={of} heading="Who has understood what" at="/mastery" />
      {objectives.length === 0 ? (
        <p className="read">
          Nothing that was given to the class measures an objective yet. Questions of the course do; to your own you can
          add objectives in the bank.
        </p>
      ) : (
        <>
          <div>
            <ul className="key">
              {levels.map((level) => (
                <li key={level}>
                  <LevelSays level={level} />
                </li>
              ))}
            </ul>
            <MasteryExplained />
          </div>
          <SureMap objectives={objectives} />
          {objectives.map((objective) => (
            <ObjectiveReport key={objective.id} klass={of.id} objective={objective} />
          ))}
          <AsTable objectives={objectives} />
        </>
      )}
    </Page>
  );
}

function AsTable({ objectives }: { objectives: ClassObjective[] }) {
  return (
    <details>
      <summary>The same as a table</summary>
      <Table caption="Students by objective and how far they are" heads={["Objective", ...levels]}>
        {objectives.map(({ id, statement, students }) => (
          <tr key={id}>
            <th scope="row">{statement}</th>
            {levels.map((level) => (
              <td key={level}>{students[level].length}</td>
            ))}
          </tr>
        ))}
      </Table>
    </details>
  );
}
