import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import { bringBack } from "~/models/roster.server";
import { Name, parseForm, refuse } from "../../account/parse-form.server";
import { NamePage } from "./name-page";
import { studentOf } from "./student.server";

export const meta: MetaFunction = () => [{ title: "Bring back · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const student = await studentOf(taught, args);
  if (!student.removedAt) throw redirect(`/teach/classes/${taught.id}/roster`);
  return { visitor: taught.viewer, id: taught.id, className: taught.name, name: student.name };
}

/** Puts a removed student back on the roster; when their name is taken by now, asks for another one. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const student = await studentOf(taught, args);
  const { value, typed, errors } = await parseForm(args.request, z.object({ name: Name.optional() }));
  if (!value) return refuse(typed, errors);
  const name = value.name ?? student.name;
  if ((await bringBack(taught, student.personId, value.name)) === "taken")
    return refuse(
      { name },
      { name: [`Somebody in the class is called ${name} now. Choose another name to bring ${student.name} back.`] },
      409,
    );
  return redirect(`/teach/classes/${taught.id}/roster`);
}

export default function Return() {
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <NamePage {...data} title={`Bring ${data.name} back`} button="Bring back under this name" reply={reply} />;
}
