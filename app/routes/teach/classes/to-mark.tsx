import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seenClass } from "~/access/classes.server";
import { Page } from "~/components/page";
import { plain } from "~/components/prose";
import { Table } from "~/components/table";
import { waitingInClass } from "~/models/marking-queue.server";
import book from "~/styles/gradebook.css?url";
import teach from "~/styles/teach.css?url";
import { many, moment } from "~/text";
import { ClassHead } from "./class-head";

export const links = () => [teach, book].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.name ?? "Class"}: to mark · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  const { id, name, zone, archivedAt, observer, viewer: visitor } = seen;
  return { visitor, of: { id, name, zone, archivedAt }, observer, waiting: await waitingInClass(seen) };
}

/** What waits for a mark by hand, over all assignments of a class. */
export default function ToMark() {
  const { visitor, of, observer, waiting } = useLoaderData<typeof loader>();
  const answers = waiting.reduce((sum, one) => sum + one.answers, 0);
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ClassHead
        of={of}
        heading={answers > 0 ? `${many(answers, "answer")} to mark` : "Nothing to mark"}
        at="/marking"
      />
      {waiting.length === 0 ? (
        <p className="read">
          Every answer that was handed in has its mark. Written answers come here when a student hands in.
        </p>
      ) : (
        <Table
          caption="Questions with answers that wait, the longest wait first"
          heads={["Assignment", "Question", "Answers", "The longest waits since"]}
        >
          {waiting.map(({ assignmentId, title, slot, stem, answers, students, since }) => (
            <tr key={`${assignmentId} ${slot} ${stem}`}>
              <th scope="row">
                {observer ? title : <a href={`/teach/assignments/${assignmentId}/marking`}>{title}</a>}
              </th>
              <td>
                {slot} <span className="soft small">{plain(stem)}</span>
              </td>
              <td>
                {answers} <span className="soft small">of {many(students, "student")}</span>
              </td>
              <td>{moment(since, of.zone)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Page>
  );
}
