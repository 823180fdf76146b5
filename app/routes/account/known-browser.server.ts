import { type From, withKnown } from "~/models/known-browser";
import { secureCookies } from "~/session.server";

const year = 365 * 86_400;

/** Where somebody tries to sign in, for counting wrong tries. @param address as the server says */
export function cameFrom(request: Request, address: string | undefined): From {
  return { address, browser: kept(request) };
}

/** Lets the browser keep that this person proved who they are in it: then nobody's guesses make them wait there. */
export function rememberBrowser(headers: Headers, request: Request, personId: string): void {
  const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${year}${secureCookies() ? "; Secure" : ""}`;
  headers.append("Set-Cookie", `${cookieName()}=${withKnown(kept(request), personId)}; ${flags}`);
}

function kept(request: Request): string | null {
  const name = cookieName();
  const pairs = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

const cookieName = () => (secureCookies() ? "__Host-browser" : "browser");
