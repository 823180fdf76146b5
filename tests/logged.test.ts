import fs from "node:fs";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { describe, expect, it } from "vitest";
import { logged, loggedPath } from "~/logged";

const marker = "Zafira Quillfeather";
const ofPostgres = Object.assign(new Error(`Key (name)=(${marker}) already exists`), {
  code: "23505",
  severity: "ERROR",
  detail: marker,
  constraint_name: "enrolments_name",
});

describe("an error in the log", () => {
  it.each([
    ["of a statement with values", new DrizzleQueryError("select $1", [marker], ofPostgres)],
    ["of the database", ofPostgres],
    ["that one of the database caused", new Error(`Failed: ${marker}`, { cause: ofPostgres })],
    ["of a text that is no JSON", errorOf(() => JSON.parse(`{"name": ${marker}`))],
    ["that is no error", marker],
  ])("%s tells nothing of what was sent", (_, error) => {
    expect(JSON.stringify(logged(error))).not.toContain(marker);
  });

  it("tells what went wrong and where: kind, code, statement, constraint, place", () => {
    const { kind, query, at, cause } = logged(new DrizzleQueryError("select $1", [marker], ofPostgres)) as {
      kind: string;
      query: string;
      at: string[];
      cause: Record<string, unknown>;
    };
    expect([kind, query]).toEqual(["Error", "select $1"]);
    expect(at[0]).toContain("logged.test.ts");
    expect(cause).toMatchObject({ code: "23505", constraint_name: "enrolments_name" });
    expect(logged(new TypeError("x is not a function"))).toMatchObject({
      kind: "TypeError",
      message: "x is not a function",
    });
  });
});

it("no address that lets somebody in is told whole, however it is spelled", () => {
  const routes = [...fs.readFileSync("app/routes.ts", "utf8").matchAll(/route\(\s*"([^"]*\/:(?:code|token)[^"]*)"/g)];
  expect(routes.length).toBeGreaterThan(4);
  for (const [, route = ""] of routes) {
    const path = route.replace(/:(code|token)/, marker).replace(/^\/\w/, (start) => start.toUpperCase());
    expect(loggedPath(path)).not.toContain(marker);
  }
});

function errorOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
