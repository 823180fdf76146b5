import fs from "node:fs";
import { matchRoutes } from "@remix-run/react";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildsByPath } from "~/fitting-routes";

const addresses = [...fs.readFileSync("app/routes.ts", "utf8").matchAll(/route\(\s*"([^"]+)"/g)].map(
  (match) => match[1] as string,
);
const routes = Object.fromEntries([
  ["root", { id: "root", path: "" }],
  ...addresses.map((path) => [path, { id: path, parentId: "root", path }]),
]);
const build = { routes, assets: { routes } };
const choose = buildsByPath(build);

/** What Remix finds: the ids and parameters of the routes, from the root down. */
function found(among: typeof routes, path: string) {
  const { root, ...others } = among;
  const tree = [{ ...root, children: Object.values(others) }] as Parameters<typeof matchRoutes>[0];
  return matchRoutes(tree, path)?.map(({ route, params, pathname }) => [route.id, params, pathname]) ?? null;
}

const odd = fc.constantFrom(
  "new",
  "teach",
  "TEACH",
  "t%65ach",
  "a%2Fb",
  "x.data",
  "gradebook.csv",
  ":item",
  "%C3%A9",
  "",
);
/** An address with something for each parameter, and perhaps one more or another word, in any case and coding. */
const path = fc
  .tuple(
    fc.constantFrom(...addresses),
    fc.array(odd, { minLength: 8, maxLength: 8 }),
    fc.nat(9),
    fc.constantFrom("", "/"),
  )
  .map(([address, odds, at, end]) => {
    const segments = address.split("/").map((segment, index) => (segment.startsWith(":") ? odds[index] : segment));
    if (at < 8) segments.splice(at + 1, at % 2, odds[0]);
    return `${segments.join("/") || "/"}${end}`;
  });

describe("the routes that a path can mean", () => {
  it("are few, and hold what all of them together would answer with, for every address", () => {
    for (const address of addresses) {
      const path = address.replace(/:\w+/g, "something");
      const chosen = choose(path).routes as typeof routes;
      expect(found(chosen, path)).toEqual(found(routes, path));
      expect(found(chosen, path)?.at(-1)?.[0]).toBe(address);
      expect(Object.keys(chosen).length).toBeLessThan(6);
      expect(choose(path === "/" ? "/_root.data" : `${path}.data`)).toBe(choose(path));
    }
  });

  it("hold it for any other path too, in any case, coding and number of slashes", () => {
    fc.assert(
      fc.property(path, (one) => {
        expect(found(choose(one).routes as typeof routes, one)).toEqual(found(routes, one));
      }),
      { numRuns: 500 },
    );
  });
});
