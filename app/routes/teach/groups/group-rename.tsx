import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import { renameGroup } from "~/models/group.server";
import { Name, parseForm, refuse } from "../../account/parse-form.server";
import { NamePage, ofGroup } from "../classes/name-page";
import { groupOf } from "./group.server";

export const meta: MetaFunction = () => [{ title: "Rename a group · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const group = await groupOf(taught, args);
  return { visitor: taught.viewer, id: taught.id, className: taught.name, name: group.name };
}

/** Changes what a group is called. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const group = await groupOf(taught, args);
  const { value, typed, errors } = await parseForm(args.request, z.object({ name: Name }));
  if (!value) return refuse(typed, errors);
  if ((await renameGroup(taught, group.id, value.name)) === "taken")
    return refuse(typed, { name: [`A group of the class is called ${value.name} already.`] }, 409);
  return redirect(`/teach/classes/${taught.id}/groups`);
}

export default function GroupRename() {
  const data = useLoaderData<typeof loader>();
  return (
    <NamePage
      {...data}
      {...ofGroup}
      title={`Rename ${data.name}`}
      button="Rename"
      reply={useActionData<typeof action>()}
    />
  );
}
