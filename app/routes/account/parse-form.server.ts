import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { z } from "zod";
import type { Reply } from "~/components/form";
import { isLogin, nameTrouble, tidyName } from "~/models/name";
import { formBody } from "../form-body.server";

const neverSentBack = ["password", "current", "pin"];

/** A person's name, tidied. */
export const Name = z
  .string({ error: "Type a name." })
  .transform(tidyName)
  .superRefine((name, context) => {
    const message = nameTrouble(name);
    if (message) context.addIssue({ code: "custom", message });
  });

export const Login = z
  .string({ error: "Type an e-mail address or a user name." })
  .refine(isLogin, "Use at least 3 characters and no spaces.");

/**
 * Reads a posted form by its schema. Only fields that the schema names are looked at.
 * @throws 400 for a body that is not a form
 */
export async function parseForm<Schema extends z.ZodObject>(request: Request, schema: Schema) {
  return parseFields(await formBody(request), schema);
}

/** The same for a form whose other parts are read elsewhere. */
export function parseFields<Schema extends z.ZodObject>(form: FormData, schema: Schema) {
  const known = new FormData();
  for (const name of Object.keys(schema.shape)) {
    const value = form.get(name);
    // PostgreSQL cannot hold NUL.
    if (typeof value === "string") known.append(name, value.replaceAll("\0", ""));
  }
  const submission = parseWithZod(known, { schema });
  const typed = Object.fromEntries([...known].filter(([name]) => !neverSentBack.includes(name))) as Reply["typed"];
  return submission.status === "success"
    ? { value: submission.value, typed, errors: null }
    : { value: null, typed, errors: stated(submission.error) };
}

/** The form again, with what was typed and what is wrong. */
export function refuse(typed: Reply["typed"], errors: Reply["errors"], status = 400, headers?: HeadersInit) {
  return data<Reply>({ typed, errors }, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

/** The same for too many wrong tries. */
export function refuseFor(waitSeconds: number, typed: Reply["typed"]) {
  return refuse(typed, { "": [waitWords(waitSeconds)] }, 429, { "Retry-After": String(waitSeconds) });
}

export function waitWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `There were too many tries. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}. Nothing is locked.`;
}

function stated(errors: Record<string, string[] | null> | null): Reply["errors"] {
  return Object.fromEntries(
    Object.entries(errors ?? {}).flatMap(([name, said]) => (said?.length ? [[name, said]] : [])),
  );
}
