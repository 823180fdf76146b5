import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { teacher } from "~/access/visitor.server";
import { Field } from "~/components/field";
import { ErrorSummary, type Reply } from "~/components/form";
import { Once } from "~/components/once";
import { Page } from "~/components/page";
import { Select } from "~/components/select";
import { Table } from "~/components/table";
import { create, listAtDesk, type TaughtClassOverview } from "~/models/classroom.server";
import { listLessons } from "~/models/lesson.server";
import { tidyName } from "~/models/name";
import { idOnce } from "~/models/once.server";
import { listQuizzes } from "~/models/quiz.server";
import { ownZone, zones } from "~/models/wall-time.server";
import teach from "~/styles/teach.css?url";
import { many } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction = () => [{ title: "Your classes · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const visitor = await teacher(args);
  const atDesk = await listAtDesk(visitor);
  const classes = atDesk.filter(({ archivedAt }) => archivedAt === null);
  const archived = atDesk.filter(({ archivedAt }) => archivedAt !== null);
  const quizzes = (await listQuizzes()).filter((quiz) => quiz.practice === "everybody");
  const lessons = (await listLessons()).map(({ slug, title }) => ({ slug, title }));
  return { visitor, classes, archived, quizzes, lessons, zones: zones(), zone: classes.at(-1)?.zone ?? ownZone() };
}

/** Makes a class. */
export async function action(args: ActionFunctionArgs) {
  const visitor = await teacher(args);
  const { value, typed, errors } = await parseForm(args.request, NewClass);
  if (!value) return refuse(typed, errors);
  return redirect(`/teach/classes/${await create(visitor, value, idOnce(visitor, typed))}`);
}

const NewClass = z.object({
  once: z.string().optional(),
  name: z
    .string("Give the class a name.")
    .max(60, "Use at most 60 characters.")
    .transform(tidyName)
    .refine((name) => name !== "", "Give the class a name."),
  zone: z.string("Choose a time zone.").refine((zone) => zones().includes(zone), "Choose a time zone from the list."),
});

export default function Classes() {
  const { visitor, classes, archived, quizzes, lessons, zones, zone } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <h1>Your classes</h1>
      {classes.length === 0 ? (
        <p className="read">
          You have no class yet. Make one below: you get a code, and your students join with it on their own devices.
          They need no e-mail address.
        </p>
      ) : (
        <ClassTable classes={classes} />
      )}
      {archived.length > 0 ? <Archived classes={archived} /> : null}
      <NewClassForm zones={zones} zone={zone} reply={reply} />
      <section className="stack">
        <h2>Also here</h2>
        <ul>
          <li>
            <a href="/teach/quizzes">Quizzes</a>: the course’s and yours; build, copy and try them
          </li>
          <li>
            <a href="/teach/items">Question bank</a>: look for questions, write your own
          </li>
          <li>
            Quizzes, as a student sees them:{" "}
            {quizzes.map(({ slug, title }, index) => (
              <span key={slug}>
                {index > 0 ? ", " : ""}
                <a href={`/quizzes/${slug}`}>{title}</a>
              </span>
            ))}
          </li>
          <li>
            Notes for teaching:{" "}
            {lessons.map(({ slug, title }, index) => (
              <span key={slug}>
                {index > 0 ? ", " : ""}
                <a href={`/teach/lessons/${slug}/notes`}>{title}</a>
              </span>
            ))}
          </li>
        </ul>
        <form method="post" action="/teach/invitations">
          <button className="btn" type="submit">
            Invite a colleague to teach here
          </button>
        </form>
      </section>
    </Page>
  );
}

function ClassTable({ classes }: { classes: TaughtClassOverview[] }) {
  return (
    <Table caption="Your classes" heads={["Class", "Students", "Open now", "To mark by hand"]}>
      {classes.map(({ id, name, students, open, toMark, observer }) => (
        <tr key={id}>
          <th scope="row">
            <a href={`/teach/classes/${id}`}>{name}</a>
            {observer ? <span className="soft small"> you observe it</span> : null}
          </th>
          <td>{many(students, "student")}</td>
          <td>{open === 0 ? "nothing" : many(open, "quiz", "quizzes")}</td>
          <td>{toMark === 0 ? "nothing" : many(toMark, "answer")}</td>
        </tr>
      ))}
    </Table>
  );
}

function Archived({ classes }: { classes: TaughtClassOverview[] }) {
  return (
    <section aria-labelledby="archived" className="stack">
      <h2 id="archived">Archived</h2>
      <p className="soft">Nothing of these can be joined or started. All of it stays readable.</p>
      <ul className="undo">
        {classes.map(({ id, name, students, observer }) => (
          <li key={id}>
            <a href={`/teach/classes/${id}`}>{name}</a>
            <span className="soft">{many(students, "student")}</span>
            {observer ? null : (
              <form method="post" action={`/teach/classes/${id}/return`}>
                <button className="linky" type="submit">
                  Take out of the archive<span className="vh">: {name}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewClassForm({ zones, zone, reply }: { zones: string[]; zone: string; reply: Reply | undefined }) {
  return (
    <form method="post">
      <h2>Make a class</h2>
      <Once />
      <ErrorSummary reply={reply} />
      <Field
        name="name"
        label="Name"
        hint="As your students know it, such as 9B."
        maxLength={60}
        autoComplete="off"
        reply={reply}
      />
      <Select
        name="zone"
        label="Time zone"
        hint="Opening, due and closing times are meant and shown in this zone."
        options={zones.map((name) => [name, name])}
        value={zone}
        reply={reply}
      />
      <p className="btns">
        <button className="btn go" type="submit">
          Make the class
        </button>
      </p>
    </form>
  );
}
