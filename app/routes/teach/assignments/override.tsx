import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtAssignment } from "~/access/classes.server";
import { groupOverridesOf } from "~/models/group-override.server";
import { override } from "~/models/override.server";
import teach from "~/styles/teach.css?url";
import { exceptedOf } from "./excepted.server";
import { OverrideForm } from "./override-form";
import { overridePage, readOverride } from "./override-form.server";
import { holding, said } from "./override-words";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title}: exception for ${data?.name} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { personId, name, override } = await exceptedOf(assignment, args);
  const groups = (await groupOverridesOf(assignment, personId)).groups.map((one) => ({
    name: one.name,
    says: said(one.override, assignment.zone).join(", "),
  }));
  return { ...overridePage(assignment, holding(override)), name, groups };
}

/** Makes or changes the exception of one student. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { personId } = await exceptedOf(assignment, args);
  const { dates } = await groupOverridesOf(assignment, personId);
  const read = await readOverride(args.request, assignment.zone, dates);
  if ("refused" in read) return read.refused;
  await override(assignment, personId, read.draft);
  return redirect(`/teach/assignments/${assignment.id}/overrides`);
}

export default function OneOverride() {
  const { name, groups, ...page } = useLoaderData<typeof loader>();
  return (
    <OverrideForm page={page} name={name} reply={useActionData<typeof action>()}>
      <p className="read">
        What you leave empty is as for the others. Standing extra time and extra attempts come on top. An attempt that{" "}
        {name} is at now never gets shorter by this.
      </p>
      {groups.map((group) => (
        <p className="read" key={group.name}>
          {name} is in the group {group.name}, which has an exception: {group.says}. What you fill in here goes before
          it.
        </p>
      ))}
    </OverrideForm>
  );
}
