import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { sql } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { listenForAdmin } from "./admin/socket.server";
import { isStoreOpen, openStore, rows, setStore, store } from "./db.server";
import { tellAgain } from "./demo/told.server";
import { type Environment, readEnvironment } from "./environment.server";
import { buildsByPath as fittingBuilds } from "./fitting-routes";
import { startJobs } from "./jobs.server";
import { type Changes, syncCourse } from "./lessons/sync.server";
import { logged, loggedPath } from "./logged";
import { pack, packingFor } from "./packing.server";
import { answeringWithout, awayPageOf } from "./without-database.server";

export { answers } from "./answers.server";
export { clock } from "./attempt-clock.server";
export { takesForms } from "./fitting-routes";
export { loader as liveRows } from "./routes/teach/live/live-rows";
export { isForMany, strangersPages } from "./strangers/pages.server";
export { logged, loggedPath, readEnvironment };

let endJobs: (() => Promise<void>) | undefined;

/** Opens the database, migrates it and brings it to what content/ says. @returns what the content sync changed */
export async function start(env: Environment): Promise<Changes> {
  if (isStoreOpen()) return [];
  setStore(await openStore(env));
  let changes: Changes = [];
  await store().prepare(async () => {
    changes = await syncCourse("content", import.meta.env.PROD ? fileURLToPath(import.meta.url) : undefined);
    if (env.KEYHOLE_DEMO) await tellAgain("build/story.json");
  });
  endJobs = startJobs((error) => console.error(JSON.stringify(logged(error))));
  const { folder } = store();
  if (folder) await listenForAdmin(folder);
  return changes;
}

/** Gives each path the build that answers it, whether the database does or not. */
export const buildsByPath: typeof fittingBuilds = (build) => fittingBuilds(answeringWithout(build));

/** Whether the database answers within two seconds; it was migrated before the first request. */
export function ready(): Promise<boolean> {
  const asked = rows(sql`select 1 from sessions limit 1`).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, sleep(2000, false, { ref: false })]);
}

export async function close(): Promise<void> {
  await endJobs?.();
  if (isStoreOpen()) await store().close();
}

/**
 * Pages are rendered whole, and without the marks that a client runtime would look for: they are documents. So they are packed
 * in one piece too; for who asks for that in a way that browsers do not, it is left to the server.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { forMany }: AppLoadContext,
): Promise<Response> {
  const away = awayPageOf(context.staticHandlerContext.errors);
  if (away) return away;
  const page = renderToStaticMarkup(<RemixServer context={context} url={request.url} />);
  headers.set("Content-Type", "text/html; charset=utf-8");
  // As bytes: of a long text Response would first make another one.
  const bytes = Buffer.from(`<!DOCTYPE html>${page}`);
  const packing = request.method === "HEAD" ? "" : packingFor(request.headers.get("Accept-Encoding"));
  if (!packing) return new Response(bytes, { headers, status });
  const packed = await pack(bytes, packing, forMany === true);
  headers.set("Content-Encoding", packing);
  headers.set("Content-Length", String(packed.length));
  return new Response(packed, { headers, status });
}

/** Remix would print every 4xx a route throws; only what nobody expected is worth a line. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (!request.signal.aborted && error instanceof Error) console.error(JSON.stringify(logged(error)));
}
