import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { sendAnswer } from "../playing";
import { openSchool } from "../school";
import { engines } from "../stores";
import { everybody, fillIn, type Kind, kinds, table } from "./access-table";

const addresses = [...fs.readFileSync("app/routes.ts", "utf8").matchAll(/route\(\s*"([^"]+)"/g)].map(
  (match) => match[1] as string,
);

describe("the access table", () => {
  it("has a row for every address and no row for none", () => {
    expect(Object.keys(table).sort()).toEqual([...addresses].sort());
  });
});

describe.each(engines)("access on %s", (engine) => {
  let keyhole: Keyhole;
  let school: Awaited<ReturnType<typeof openSchool>>;
  beforeAll(async () => {
    keyhole = await startKeyhole(engine);
    school = await openSchool(keyhole);
  });
  afterAll(async () => {
    await keyhole.stop();
    expect(keyhole.output()).toBe("");
  });

  const fill = (address: string) => fillIn(address, school.ids);

  /** "in": answered, by a page, a redirect or a refusal of the form's content. "sign in": sent to the sign-in page. "404". */
  async function ask(kind: Kind, address: string, init: RequestInit): Promise<string> {
    const response = await school.people[kind].fetch(address, init);
    const text = await response.text();
    const location = response.headers.get("Location") ?? (response.status === 202 ? text : "");
    if (response.status >= 500) return `${response.status}`;
    if (location.includes("/sign-in?next=")) return "sign in";
    if (response.status === 404) return "404";
    return "in";
  }

  /** A page and its data are one loader behind two doors. */
  const doors = (path: string) => [path, path === "/" ? "/_root.data" : `${path}.data`];

  /** All at once: they are different people, nothing that is asked here changes anything, and the server serves many. */
  const everyKind = (some: readonly Kind[], each: (kind: Kind) => Promise<void>) => Promise.all(some.map(each));

  const expected = (allowed: readonly Kind[], kind: Kind) =>
    allowed.includes(kind) ? "in" : kind === "stranger" && allowed.length > 0 ? "sign in" : "404";

  it.each(Object.keys(table))("opens %s and its data to those in the table and nobody else", async (address) => {
    const { get } = table[address] as { get: readonly Kind[] };
    const path = fill(address);
    const results: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    await everyKind(kinds, async (kind) => {
      for (const form of doors(path)) {
        results[`${kind} ${form}`] = await ask(kind, form, {});
        wanted[`${kind} ${form}`] = expected(get, kind);
      }
    });
    // An unknown token is the same 404 for everybody who is signed in.
    if (address === "/invitations/:token")
      for (const key of Object.keys(results)) if (results[key] === "404") wanted[key] = "404";
    expect(results).toEqual(wanted);
  });

  it.each(
    Object.keys(table).filter((address) => !table[address]?.post?.length || table[address]?.post !== everybody),
  )("refuses a post to %s to everybody who is not in the table", async (address) => {
    const allowed = table[address]?.post ?? [];
    const results: Record<string, string> = {};
    const others = kinds.filter((one) => !allowed.includes(one));
    await everyKind(others, async (kind) => {
      const got = await ask(kind, fill(address), { method: "POST", body: new URLSearchParams({ name: "x" }) });
      if (
        table[address]?.post ? got !== expected(allowed, kind) : got === "in" && !(await isRefusal(kind, fill(address)))
      )
        results[kind] = got;
    });
    expect(results).toEqual({});
  });

  async function isRefusal(kind: Kind, address: string): Promise<boolean> {
    const response = await school.people[kind].fetch(address, { method: "POST", body: new URLSearchParams() });
    await response.text();
    return response.status === 405 || response.status === 404;
  }

  it("refuses a change that another site sends", async () => {
    const response = await school.people.teacher.fetch("/teach", {
      method: "POST",
      headers: { Origin: "https://elsewhere.test" },
      body: new URLSearchParams({ name: "9C" }),
    });
    expect(response.status).toBe(403);
  });

  it("tells the clock of an attempt to its owner, and is the same 404 to everybody else", async () => {
    const told: Record<string, number> = {};
    for (const kind of kinds)
      told[kind] = (await school.people[kind].fetch(`/attempts/${school.ids.attempt}/clock`)).status;
    expect(told).toEqual(Object.fromEntries(kinds.map((kind) => [kind, kind === "student" ? 200 : 404])));
  });

  it("saves no answer of somebody else", async () => {
    for (const kind of kinds.filter((one) => one !== "student")) {
      const attempt = `/attempts/${school.ids.attempt}`;
      const response = await sendAnswer(school.people[kind], attempt, "somebody-else", 1, "a");
      expect([kind, response.status]).toEqual([kind, 404]);
    }
  });
});
