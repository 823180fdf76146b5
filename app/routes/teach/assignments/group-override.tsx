import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { taughtAssignment } from "~/access/classes.server";
import { overrideGroup } from "~/models/group-override.server";
import teach from "~/styles/teach.css?url";
import { exceptedGroupOf } from "./excepted.server";
import { OverrideForm } from "./override-form";
import { overridePage, readOverride } from "./override-form.server";
import { holding } from "./override-words";

export const links = () => [{ rel: "stylesheet", href: teach }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title}: exception for ${data?.name} · Keyhole` },
];

export async function loader(args: LoaderFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { name, override } = await exceptedGroupOf(assignment, args);
  return { ...overridePage(assignment, holding(override)), name };
}

/** Makes or changes the exception of one group. */
export async function action(args: ActionFunctionArgs) {
  const assignment = await taughtAssignment(args);
  const { groupId } = await exceptedGroupOf(assignment, args);
  const read = await readOverride(args.request, assignment.zone, assignment);
  if ("refused" in read) return read.refused;
  await overrideGroup(assignment, groupId, read.draft);
  return redirect(`/teach/assignments/${assignment.id}/overrides`);
}

export default function GroupOverride() {
  const { name, ...page } = useLoaderData<typeof loader>();
  return (
    <OverrideForm page={page} name={name} reply={useActionData<typeof action>()}>
      <p className="read">
        It holds for everybody who is in the group, now and later. What you leave empty is as for the others. A
        student’s own exception goes before it; of several groups the latest date and the highest number hold. An
        attempt under way never gets shorter by this.
      </p>
    </OverrideForm>
  );
}
