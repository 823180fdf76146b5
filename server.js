/*
 * The one server, in production and (with --dev) in development. In order:
 * 1. headers that hold for every answer, and health, before anything that can fail
 * 2. files that never change under their name
 * 3. who and what is not let in: origin of changes, size of bodies. See door.js
 * 4. what scripts ask every other second and the answers that they save. See scripts.js
 * 5. Remix
 * Before all of it, pages that are the same for every stranger and lie ready. See app/strangers
 */
import fs from "node:fs";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import v8 from "node:v8";
import { constants } from "node:zlib";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";
import pino from "pino";
import sirv from "sirv";
import { headers, onlyAddresses, onlyOwnForms, refuseBroken, say } from "./door.js";
import { scripts } from "./scripts.js";

// Where a machine has much memory V8 lets garbage lie: with 200 students at work 300 MB, of which 55 are in use. Told to come
// earlier it holds some 180, and takes no more of the CPU that could be measured.
v8.setFlagsFromString("--heap-growing-percent=30");

const dev = process.argv.includes("--dev");
const log = pino({ level: process.env.LOG_LEVEL || "info" });
const vite = dev
  ? await (await import("vite")).createServer({ server: { middlewareMode: true }, appType: "custom" })
  : null;

function stop(message) {
  log.fatal(message);
  process.exit(1);
}

if (!dev && !fs.existsSync("build/server/index.js")) stop("There is no build yet: run `npm run build` first.");

/** Everything of the application that this file needs, so that there is one module instance and one connection. */
const load = () => (vite ? vite.ssrLoadModule("virtual:remix/server-build") : import("./build/server/index.js"));
const built = await load()
  .then((build) => build.entry.module)
  .catch((error) => stop(error.message));
const { readEnvironment, start, ready, close, buildsByPath, takesForms, logged, loggedPath } = built;
const { strangersPages, isForMany } = built;

let env;
try {
  env = readEnvironment();
  const changes = await start(env);
  for (const change of changes) log.info(change);
} catch (error) {
  stop(error.message);
}

const ownOrigin = env.ORIGIN && new URL(env.ORIGIN).origin;
const app = express();
app.disable("x-powered-by");
app.set("etag", false);
app.set("trust proxy", env.TRUST_PROXY);

app.use(headers({ ownOrigin, dev }));
app.get("/healthz", (_request, response) => say(response, 200, "ok"));
app.get("/readyz", async (_request, response) => {
  return (await ready()) ? say(response, 200, "ready") : say(response, 503, "the database does not answer");
});

app.use((request, response, next) => {
  const began = process.hrtime.bigint();
  response.on("finish", () => {
    const ms = Number(process.hrtime.bigint() - began) / 1e6;
    // What nobody read would stand in the way of the next request on this line; Remix pauses it and forgets it.
    if (!request.complete) request.removeAllListeners("data").resume();
    // The path alone, without codes: query strings and bodies may hold names.
    const { method } = request;
    const path = loggedPath(request.path);
    const status = response.statusCode;
    log[status >= 500 ? "error" : "debug"]({ method, path, status, ms });
  });
  if (ownOrigin || !env.TRUST_PROXY) delete request.headers["x-forwarded-host"];
  // Whatever a proxy makes of it: Remix holds a form's origin against this, and answers 500.
  if (ownOrigin) request.headers.host = new URL(ownOrigin).host;
  next();
});
app.use(onlyAddresses);

// Beside each of these that is text the build has left a .br and a .gz.
const forAYear = (response) => response.set("Cache-Control", "public, max-age=31536000, immutable");
const kept = { brotli: true, gzip: true, extensions: [], setHeaders: forAYear };
if (!vite)
  app.use("/assets", sirv("build/client/assets", kept), (_request, response) => say(response, 404, "Nothing is here."));

app.use(onlyOwnForms({ ownOrigin }));

const forScripts = scripts(built, (cause) => log.error(logged(cause)));
app.post("/attempts/:attempt/answers", forScripts.answers);
app.get("/attempts/:attempt/clock", forScripts.clock);

// Pages come packed already. What is asked for again and again, or comes in a long stream, takes the least that brotli
// knows, which is cheaper than gzip.
const { BROTLI_PARAM_QUALITY: param } = constants;
const [quickly, closely] = [1, 5].map((quality) => compression({ level: 3, brotli: { params: { [param]: quality } } }));
app.use((request, ...rest) => (/\/rows$|\.\w+$/.test(request.path) ? quickly : closely)(request, ...rest));
if (vite) app.use(vite.middlewares);
const icon = fs.readFileSync("app/styles/icon.svg");
app.get("/favicon.ico", (_request, response) =>
  response.type("svg").set("Cache-Control", "public, max-age=86400").send(icon),
);
/** What is the same for everybody may be found; what is somebody's own, or only a form, is left alone. See leftOut. */
const robots = `User-agent: *\n${["teach", "host", "me", "assignments", "device", "invitations", "demo", "reader", "join/"].map((one) => `Disallow: /${one}\n`).join("")}`;
app.get("/robots.txt", (_request, response) =>
  response.type("txt").set("Cache-Control", "public, max-age=86400").send(robots),
);

app.get("/teach/assignments/:assignment/live/rows", forScripts.liveRows);

const buildFor = vite ? () => load : buildsByPath(await load());
const handlers = new Map();
app.all("*", (request, response, next) => {
  const build = buildFor(request.path);
  if (request.method === "POST" && !vite && !takesForms(build))
    return say(response.set("Allow", "GET, HEAD"), 405, "Nothing here takes a form.");
  if (!handlers.has(build)) handlers.set(build, remix(build));
  return handlers.get(build)(request, response, next);
});

function remix(build) {
  return createRequestHandler({
    build,
    mode: dev ? "development" : "production",
    // Throttles count by address; behind a proxy TRUST_PROXY says how many hops of it to believe. Remix writes without
    // waiting; what makes a long file asks whether the last piece was taken.
    getLoadContext: (request, response) => ({
      address: request.ip,
      taken: () => taken(response),
      forMany: isForMany(request),
    }),
  });
}

/** Resolves when the reader has taken what was written so far, or has gone. Compression keeps "drain" to itself. */
async function taken(response) {
  while (response.writableNeedDrain && !response.destroyed) await sleep(10);
}

// What every stranger gets alike is given before anything else looks at it; it has been through all of this once.
const given = ({ method, url }, status) => log.debug({ method, path: url, status, ms: 0 });
const strangers = vite ? null : strangersPages(env, given);
const answer = (request, response) => {
  if (!strangers) return app(request, response);
  strangers(request, response, () => app(request, response));
};

// Who sends a letter a minute holds a line and nothing else, and that not for long. Looked at every five seconds.
const inTime = { headersTimeout: 30_000, requestTimeout: 30_000, connectionsCheckingInterval: 5000 };
const server = http.createServer(inTime, answer).on("clientError", refuseBroken);
server.listen(env.PORT, env.HOST, () => {
  const { address, port } = server.address();
  const host = address.includes(":") ? `[${address}]` : address;
  log.info({ address: env.ORIGIN ?? `http://${host}:${port}` }, "Keyhole is ready");
  process.send?.({ origin: `http://${host}:${port}` });
});
server.on("error", (error) =>
  stop(
    error.code === "EADDRINUSE"
      ? `PORT ${env.PORT} is taken: stop what uses it, or give PORT another number.`
      : error.message,
  ),
);
// Longer than the pause between two requests of a page in use, and than a balancer keeps a line open: a line that is
// closed while a request is on its way loses that request.
server.keepAliveTimeout = 75_000;

let stopping = false;
async function drain() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(async () => {
    await close();
    await vite?.close();
    process.exit(0);
  });
  // Again and again: a line is idle only once the request on it was answered.
  server.closeIdleConnections();
  setInterval(() => server.closeIdleConnections(), 200).unref();
}
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, drain);
