import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import { bringBackGroup } from "~/models/group.server";
import { Name, parseForm, refuse } from "../../account/parse-form.server";
import { NamePage, ofGroup } from "../classes/name-page";
import { groupOf } from "./group.server";

export const meta: MetaFunction = () => [{ title: "Bring a group back · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const group = await groupOf(taught, args);
  if (!group.removedAt) throw redirect(`/teach/classes/${taught.id}/groups`);
  return { visitor: taught.viewer, id: taught.id, className: taught.name, name: group.name };
}

/** Brings a removed group back; when its name is taken by now, asks for another one. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const group = await groupOf(taught, args);
  const { value, typed, errors } = await parseForm(args.request, z.object({ name: Name.optional() }));
  if (!value) return refuse(typed, errors);
  const name = value.name ?? group.name;
  if ((await bringBackGroup(taught, group.id, value.name)) === "taken")
    return refuse(
      { name },
      { name: [`Another group is called ${name} now. Choose another name to bring this one back.`] },
      409,
    );
  return redirect(`/teach/classes/${taught.id}/groups`);
}

export default function GroupReturn() {
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <NamePage
      {...data}
      {...ofGroup}
      title={`Bring ${data.name} back`}
      button="Bring back under this name"
      reply={reply}
    />
  );
}
