import { redirect } from "@remix-run/node";
import { findPerson } from "~/session.server";
import { grant } from "./grant";
import type { Person, SignedIn, Teacher } from "./rights";

/** What loaders and actions get from Remix. */
export type Args = { request: Request; params: Record<string, string | undefined> };

/** A page that is open to everybody says so aloud. @returns who it is, null for a stranger */
export function anyone({ request }: Args): Promise<Person | null> {
  return findPerson(request);
}

/** Somebody with a session, guests too. @throws redirect to the sign-in page for a stranger */
export async function person({ request }: Args): Promise<SignedIn> {
  const found = await findPerson(request);
  if (found) return grant(found);
  const { pathname, search } = new URL(request.url);
  const wanted = request.method === "GET" ? pathname.replace(/\.data$/, "") + search : "/";
  throw redirect(`/sign-in?next=${encodeURIComponent(wanted)}`);
}

/** Somebody who proved who they are, or a guest. @throws 403 for who only picked a name from the list of a device */
export async function proven(args: Args): Promise<SignedIn> {
  const found = await person(args);
  if (!found.device) return found;
  throw new Response(
    "On a device of the class anybody can pick your name, so what is stored about you is not given out or deleted here. Sign in with your PIN or password on another device.",
    { status: 403, statusText: "Forbidden", headers: { "Content-Type": "text/plain; charset=utf-8" } },
  );
}

/** Somebody who may make classes and see keys. @throws 404 for everybody else who is signed in */
export async function teacher(args: Args): Promise<Teacher> {
  const found = await person(args);
  if (!found.mayTeach) throw notFound();
  return grant(found);
}

/** The same answer for what does not exist and what is not yours. */
export function notFound(): Response {
  return new Response("Nothing is here for you. The address may be mistyped, or the page belongs to somebody else.", {
    status: 404,
    statusText: "Not Found",
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}

/** An id from the address, or a 404: Postgres would refuse text that is not a uuid with an error. */
export function idParam(params: Args["params"], name: string): string {
  const value = params[name] ?? "";
  if (!isId(value)) throw notFound();
  return value;
}

export function isId(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
