import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import type { Person } from "~/access/rights";
import { moveGuestWork } from "~/models/guest.server";
import { beginSession } from "~/session.server";
import { rememberBrowser } from "./known-browser.server";

type Args = Pick<ActionFunctionArgs, "request" | "context">;

/**
 * Lets an existing person in, and takes along what the guest of this browser did.
 * @param next where to go on; after a move by way of the own page, which says that there was one
 */
export async function enter(
  { request }: Args,
  visitor: Person | null,
  personId: string,
  next: string,
): Promise<Response> {
  const moved = visitor?.guest && visitor.id !== personId ? await moveGuestWork(visitor, personId) : false;
  const headers = await beginSession(request, personId);
  rememberBrowser(headers, request, personId);
  return redirect(moved ? `/me?moved=1${withNext(next, "&")}` : next, { headers });
}

/** Where the visitor wanted to go (?next=): an address of this site, otherwise the own page. */
export function nextAddress(request: Request): string {
  const wanted = new URL(request.url).searchParams.get("next") ?? "";
  if (!wanted.startsWith("/") || !URL.canParse(wanted, "http://here")) return "/me";
  const { origin, pathname, search, hash } = new URL(wanted, "http://here");
  // What the parser made of it is checked and used: "/\\there" and "/.//there" lead to another site.
  return origin === "http://here" && !pathname.startsWith("//") ? pathname + search + hash : "/me";
}

/** "?next=..." for a link that should keep it; nothing for the own page. */
export function withNext(next: string, sign = "?"): string {
  return next === "/me" ? "" : `${sign}next=${encodeURIComponent(next)}`;
}

/** Where the request comes from, as the server says; Remix does not know. */
export function addressOf({ context }: Args): string | undefined {
  return context.address as string | undefined;
}
