import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { taughtClass } from "~/access/classes.server";
import { bringColleagueBack } from "~/models/staff.server";
import { Name, parseForm, refuse } from "../../account/parse-form.server";
import { NamePage } from "../classes/name-page";
import { colleagueOf } from "./colleague.server";

export const meta: MetaFunction = () => [{ title: "Bring back · Keyhole" }];

export async function loader(args: LoaderFunctionArgs) {
  const taught = await taughtClass(args);
  const { name } = await colleagueOf(taught, args);
  return { visitor: taught.viewer, id: taught.id, className: taught.name, name };
}

/** Puts a former colleague back in their role; when their name is taken by now, asks for another one. */
export async function action(args: ActionFunctionArgs) {
  const taught = await taughtClass(args);
  const colleague = await colleagueOf(taught, args);
  const { value, typed, errors } = await parseForm(args.request, z.object({ name: Name.optional() }));
  if (!value) return refuse(typed, errors);
  const name = value.name ?? colleague.name;
  if ((await bringColleagueBack(taught, colleague.personId, value.name)) === "taken")
    return refuse(
      { name },
      { name: [`Somebody in the class is called ${name} now. Choose another name to bring ${colleague.name} back.`] },
      409,
    );
  return redirect(`/teach/classes/${taught.id}/staff`);
}

export default function Return() {
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <NamePage
      {...data}
      back={{ to: "staff", words: "who teaches here" }}
      hint="Students see it."
      title={`Bring ${data.name} back`}
      button="Bring back under this name"
      reply={reply}
    />
  );
}
