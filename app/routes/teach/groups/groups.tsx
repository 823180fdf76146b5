import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seenClass, taughtClass } from "~/access/classes.server";
import { Field } from "~/components/field";
import { ErrorSummary } from "~/components/form";
import { Once } from "~/components/once";
import { Page } from "~/components/page";
import { listGroups, makeGroup, removedGroups } from "~/models/group.server";
import { idOnce } from "~/models/once.server";
import { students } from "~/models/roster.server";
import grid from "~/styles/grid.css?url";
import teach from "~/styles/teach.css?url";
import { Name, parseForm, refuse } from "../../account/parse-form.server";
import { ClassHead } from "../classes/class-head";
import { Removed } from "../removed";
import { GroupList } from "./group-list";
import { GroupTable } from "./group-table";

export const links = () => [teach, grid].map((href) => ({ rel: "stylesheet", href }));
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.of.name ?? "Class"}: groups · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const seen = await seenClass(args);
  const { id, name, zone, archivedAt, viewer: visitor, observer } = seen;
  const present = (await students(seen)).map(({ personId, name }) => ({ personId, name }));
  const [groups, removed] = [await listGroups(seen), await removedGroups(seen)];
  return { visitor, of: { id, name, zone, archivedAt }, observer, students: present, groups, removed };
}

/** Makes a group. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const New = z.object({ name: Name, once: z.string().optional() });
  const { value, typed, errors } = await parseForm(args.request, New);
  if (!value) return refuse(typed, errors);
  if ((await makeGroup(taught, value.name, idOnce(taught.viewer, { class: taught.id, ...value }))) === "taken")
    return refuse(typed, { name: [`A group of the class is called ${value.name} already.`] }, 409);
  return redirect(`/teach/classes/${taught.id}/groups`);
}

export default function Groups() {
  const { visitor, of, observer, students, groups, removed } = useLoaderData<typeof loader>();
  const { id } = of;
  const reply = useActionData<typeof action>();
  return (
    <Page visitor={visitor} at="/teach" className="desk">
      <ClassHead of={of} heading="Groups" at="/groups" />
      <p className="read">
        {groups.length === 0 ? "There is no group yet. " : ""}A group can be given a quiz of its own, or an exception
        from one. A student can be in several. Students do not see the groups.
      </p>
      {groups.length > 0 ? <GroupList id={id} groups={groups} observer={observer} /> : null}
      {observer ? null : (
        <>
          {groups.length > 0 && students.length > 0 ? <GroupTable id={id} groups={groups} students={students} /> : null}
          {groups.length > 0 && students.length === 0 ? (
            <p className="read">
              Nobody is in the class now. <a href={`/teach/classes/${id}/roster`}>The students</a> come first.
            </p>
          ) : null}
          <form method="post" aria-labelledby="new">
            <h2 id="new">A new group</h2>
            <Once />
            <ErrorSummary reply={reply} />
            <Field name="name" label="Name" maxLength={60} autoComplete="off" reply={reply} />
            <p className="btns">
              <button className={groups.length === 0 ? "btn go" : "btn"} type="submit">
                Make the group
              </button>
            </p>
          </form>
          <Removed
            says="What was given to them or excepted for them holds no more. Who was in them is kept."
            gone={removed.map((one) => ({ ...one, back: `/teach/classes/${id}/groups/${one.id}/return` }))}
          />
        </>
      )}
    </Page>
  );
}
