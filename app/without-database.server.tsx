import { isRouteErrorResponse } from "@remix-run/react";
import { renderToStaticMarkup } from "react-dom/server";
import { AwayPage } from "./components/away-page";
import { readReader } from "./components/reader-choices";
import { awayCode } from "./database-away";
import base from "./styles/base.css?url";

type Args = { request: Request };
type Act = (args: Args) => unknown;
type Route = { module?: { loader?: unknown; action?: unknown } };

/** How a thrown answer says that it is the page below; what Remix makes of it keeps these words. */
const away = "The database is away";
const headers = { "Content-Type": "text/html; charset=utf-8", "Retry-After": "5", "Cache-Control": "no-store" };

/**
 * A build that answers 503 while the database is out of reach: a page that says so, and that holds what a form sent and
 * sends it again. It is the same for pages and for addresses that only take forms.
 */
export function answeringWithout<B extends { routes: Record<string, Route> }>(build: B): B {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { loader, action } = route.module ?? {};
    const module = {
      ...route.module,
      ...(loader ? { loader: whatever(loader as Act) } : {}),
      ...(action ? { action: whatever(action as Act) } : {}),
    };
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/** The page, where one of a document's loaders or its action has thrown it. */
export function awayPageOf(errors: Record<string, unknown> | null | undefined): Response | undefined {
  const error = Object.values(errors ?? {}).find((one) => isRouteErrorResponse(one) && one.statusText === away);
  return error ? new Response((error as { data: string }).data, { status: 503, headers }) : undefined;
}

function whatever(act: Act): Act {
  return async (args) => {
    const sent = isForm(args.request) ? args.request.clone() : null;
    try {
      return await act(args);
    } catch (cause) {
      const code = awayCode(cause);
      if (!code) throw cause;
      // Only the code: a failed query would bring along what somebody answered.
      console.error(`The database is away: ${code}`);
      throw new Response(await draw(args.request, sent), { status: 503, statusText: away, headers });
    }
  };
}

const isForm = ({ method, headers }: Request) =>
  method === "POST" && (headers.get("Content-Type") ?? "").startsWith("application/x-www-form-urlencoded");

async function draw(request: Request, sent: Request | null): Promise<string> {
  const { pathname, search } = new URL(request.url);
  const form = await sent?.formData().catch(() => null);
  const fields = form ? [...form].map(([name, value]): [string, string] => [name, String(value)]) : null;
  const reader = readReader(request.headers.get("Cookie"));
  const posted = request.method === "POST";
  return `<!DOCTYPE html>${renderToStaticMarkup(
    <AwayPage sheet={base} reader={reader} address={pathname + search} posted={posted} fields={fields} />,
  )}`;
}
