import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import { rename } from "~/models/roster.server";
import { Name, parseForm, refuse } from "../../account/parse-form.server";
import { NamePage } from "./name-page";
import { studentOf } from "./student.server";

export const meta: MetaFunction = () => [{ title: "Rename · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const student = await studentOf(taught, args);
  return { visitor: taught.viewer, id: taught.id, className: taught.name, name: student.name };
}

/** Changes what a student is called in this class. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const student = await studentOf(taught, args);
  const { value, typed, errors } = await parseForm(args.request, z.object({ name: Name }));
  if (!value) return refuse(typed, errors);
  if ((await rename(taught, student.personId, value.name)) === "taken")
    return refuse(typed, { name: [`Somebody in the class is called ${value.name} already.`] }, 409);
  return redirect(`/teach/classes/${taught.id}/roster`);
}

export default function Rename() {
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <NamePage {...data} title={`Rename ${data.name}`} button="Rename" reply={reply} />;
}
