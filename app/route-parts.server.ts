import type { ServerBuild } from "@remix-run/node";

/**
 * Remix compares an address with every route of a build, several times a page, and builds the patterns anew each time: at 180
 * routes that is a third of a small page's time. A route here has as many segments as its addresses and begins with a word,
 * so a part of the build with those routes alone gives the same answer.
 * @returns the parts of `build` by their names; a path whose part has no name needs the whole
 * @throws when a route is optional, takes any rest of a path, or begins with a parameter
 */
export function partsOf(build: ServerBuild): Map<string, ServerBuild> {
  const routes = Object.values(build.routes).filter((route) => route !== undefined);
  const ids = new Map<string, string[]>();
  for (const { id, path, parentId } of routes) {
    if (parentId === undefined) continue;
    if (parentId !== "root" || path === undefined || /^\/:|[*?]/.test(path))
      throw new Error(`${path} needs the whole build.`);
    const name = partOf(path);
    ids.set(name, [...(ids.get(name) ?? ["root"]), id]);
  }
  return new Map([...ids].map(([name, list]) => [name, only(build, list)]));
}

/** The name of the part that a path belongs to: its first segment and how many there are. */
export function partOf(path: string): string {
  const segments = path.split("/").filter(Boolean);
  return `${segments[0] ?? ""} ${segments.length}`;
}

function only(build: ServerBuild, ids: string[]): ServerBuild {
  const pick = <Route>(all: Record<string, Route>) =>
    Object.fromEntries(ids.map((id) => [id, all[id]])) as Record<string, Route>;
  return { ...build, routes: pick(build.routes), assets: { ...build.assets, routes: pick(build.assets.routes) } };
}
