type Route = { path?: string; module?: { action?: unknown; default?: unknown } };
type Build = { routes: Record<string, Route>; assets: { routes: Record<string, Route> } };

/**
 * Remix holds each request against every route of its build, four times over and with a new regular expression each: with
 * our addresses that is a third of a request. So a request is given a build with only the routes that it can mean.
 * @param build with one route "root", and below it addresses made of words and `:parameters` only, and perhaps `/*` for all others
 * @returns for a path, as the browser sent it, a build that answers it as the whole one would; one for each set of routes
 */
export function buildsByPath<B extends Build>(build: B): (path: string) => B {
  const shapes = Object.entries(build.routes).map(([id, { path = "" }]) => ({ id, segments: segmentsOf(path) }));
  const builds = new Map<string, B>();
  return (path) => {
    const asked = segmentsOf(path === "/_root.data" ? "/" : path.replace(/\.data$/, "")).map(plain);
    const fits = (segments: string[]) =>
      segments[0] === "*" ||
      (segments.length === asked.length &&
        segments.every((segment, at) => segment.startsWith(":") || segment.toLowerCase() === asked[at]));
    const ids = shapes.filter(({ id, segments }) => id === "root" || fits(segments)).map(({ id }) => id);
    if (ids.length === 1) return build;
    const key = ids.join();
    const fitting = builds.get(key) ?? only(build, ids);
    builds.set(key, fitting);
    return fitting;
  };
}

/**
 * Whether a form sent to what these routes mean is taken, or answered by a page that says that it is not. Of files and parts
 * of pages Remix would say that something unexpected happened to us.
 */
export function takesForms({ routes }: Build): boolean {
  const meant = Object.entries(routes).filter(([id, { path }]) => id !== "root" && path !== "/*");
  return meant.length === 0 || meant.some(([, { module }]) => module?.action || module?.default);
}

function only<B extends Build>(build: B, ids: string[]): B {
  const pick = (routes: Record<string, Route>) => Object.fromEntries(ids.map((id) => [id, routes[id] as Route]));
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } };
}

const segmentsOf = (path: string) => path.split("/").filter(Boolean);

/** A segment as Remix compares it. One that cannot be decoded was refused before. */
const plain = (segment: string) => decodeURIComponent(segment).toLowerCase();
