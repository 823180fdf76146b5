import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Keyhole, startKeyhole } from "../keyhole";
import { openSchool } from "../school";
import { engines } from "../stores";

const kinds = ["stranger", "guest", "student", "classmate", "teacher", "otherTeacher", "account", "host"] as const;
type Kind = (typeof kinds)[number];

const everybody = [...kinds];
const signedIn = kinds.filter((kind) => kind !== "stranger");
const mayTeach: Kind[] = ["teacher", "otherTeacher", "host"];

/**
 * Who may open an address, and who may post to it. Everybody else with a session gets 404, a stranger is sent to sign in.
 * Without `post` the address takes none. A new route without a row here fails.
 */
const table: Record<string, { get: readonly Kind[]; post?: readonly Kind[] }> = {
  "/": { get: everybody },
  "/lab": { get: everybody },
  "/lessons/:lesson": { get: everybody },
  "/lessons/:lesson/print": { get: everybody },
  "/lessons/:lesson/:section": { get: everybody },
  "/lessons/:lesson/:section/read": { get: everybody, post: everybody },
  "/lessons/:lesson/:section/answers": { get: everybody, post: everybody },
  "/sources": { get: everybody },
  "/sources/:claim": { get: everybody },
  "/glossary": { get: everybody },
  "/privacy": { get: everybody },
  "/quizzes/:quiz": { get: everybody, post: everybody },
  "/attempts/:attempt": { get: ["student"] },
  "/attempts/:attempt/answers": { get: ["student"], post: ["student"] },
  "/attempts/:attempt/hints/:slot": { get: ["student"], post: ["student"] },
  "/attempts/:attempt/checks/:slot": { get: ["student"], post: ["student"] },
  "/attempts/:attempt/summary": { get: ["student"] },
  "/attempts/:attempt/submission": { get: ["student"], post: ["student"] },
  "/attempts/:attempt/review": { get: ["student"] },
  // Here the attempt is the teacher's trial: nothing else can be thrown away.
  "/attempts/:attempt/removal": { get: ["teacher"], post: ["teacher"] },
  "/me": { get: signedIn },
  "/me/review": { get: signedIn, post: signedIn },
  "/me/review/answers/:answer": { get: ["student"] },
  "/join": { get: everybody, post: everybody },
  "/join/:code": { get: everybody, post: everybody },
  "/join/:code/sign-in": { get: everybody, post: everybody },
  "/sign-up": { get: everybody, post: everybody },
  "/sign-in": { get: everybody, post: everybody },
  "/sign-out": { get: everybody, post: everybody },
  // Outside of the demo nobody has sample people.
  "/demo/sign-in": { get: [], post: [] },
  "/invitations/:token": { get: everybody, post: signedIn },
  "/teach/invitations": { get: mayTeach, post: mayTeach },
  "/teach/lessons/:lesson/notes": { get: mayTeach },
  "/teach/lessons/:lesson/cards": { get: mayTeach },
  // Its teacher is sent to the results, whatever the method; nothing is started.
  "/assignments/:assignment": { get: ["student", "classmate", "teacher"], post: ["student", "classmate", "teacher"] },
  "/teach": { get: mayTeach, post: mayTeach },
  "/teach/classes/:class": { get: ["teacher"] },
  "/teach/classes/:class/join-code": { get: ["teacher"], post: ["teacher"] },
  "/teach/classes/:class/join-code/closure": { get: ["teacher"], post: ["teacher"] },
  "/teach/classes/:class/roster": { get: ["teacher"] },
  "/teach/classes/:class/roster/:person/name": { get: ["teacher"], post: ["teacher"] },
  "/teach/classes/:class/roster/:person/accommodation": { get: ["teacher"], post: ["teacher"] },
  "/teach/classes/:class/roster/:person/pin": { get: ["teacher"], post: ["teacher"] },
  "/teach/classes/:class/roster/:person/removal": { get: ["teacher"], post: ["teacher"] },
  "/teach/classes/:class/roster/:person/return": { get: ["teacher"], post: ["teacher"] },
  "/teach/classes/:class/gradebook": { get: ["teacher"] },
  "/teach/classes/:class/gradebook.csv": { get: ["teacher"] },
  "/teach/classes/:class/responses.csv": { get: ["teacher"] },
  "/teach/assignments/new": { get: mayTeach, post: mayTeach },
  "/teach/assignments/:assignment": { get: ["teacher"] },
  "/teach/assignments/:assignment/edit": { get: ["teacher"], post: ["teacher"] },
  "/teach/assignments/:assignment/trial": { get: ["teacher"], post: ["teacher"] },
  "/teach/assignments/:assignment/copy": { get: ["teacher"], post: ["teacher"] },
  "/teach/assignments/:assignment/removal": { get: ["teacher"], post: ["teacher"] },
  "/teach/assignments/:assignment/return": { get: ["teacher"], post: ["teacher"] },
  "/teach/assignments/:assignment/overrides": { get: ["teacher"] },
  "/teach/assignments/:assignment/overrides/:person": { get: ["teacher"], post: ["teacher"] },
  "/teach/assignments/:assignment/overrides/:person/removal": { get: ["teacher"], post: ["teacher"] },
  "/teach/assignments/:assignment/overrides/:person/return": { get: ["teacher"], post: ["teacher"] },
  "/teach/assignments/:assignment/marking": { get: ["teacher"] },
  "/teach/assignments/:assignment/questions/:version": { get: ["teacher"], post: ["teacher"] },
  "/teach/assignments/:assignment/questions/:version/undo": { get: ["teacher"], post: ["teacher"] },
  // The bank. The item is a draft of the teacher's; one that another teacher may read is in tests/walkthroughs/bank.test.ts.
  "/teach/items": { get: mayTeach },
  "/teach/items/new": { get: mayTeach, post: mayTeach },
  "/teach/items/tags": { get: mayTeach, post: mayTeach },
  "/teach/items/tags/removal": { get: mayTeach, post: mayTeach },
  "/teach/items/readiness": { get: mayTeach, post: mayTeach },
  "/teach/items/retirement": { get: mayTeach, post: mayTeach },
  "/teach/items/return": { get: mayTeach, post: mayTeach },
  "/teach/items/:item": { get: ["teacher"] },
  "/teach/items/:item/edit": { get: ["teacher"], post: ["teacher"] },
  "/teach/items/:item/copy": { get: ["teacher"], post: ["teacher"] },
  "/teach/items/:item/readiness": { get: ["teacher"], post: ["teacher"] },
  "/teach/items/:item/retirement": { get: ["teacher"], post: ["teacher"] },
  "/teach/items/:item/return": { get: ["teacher"], post: ["teacher"] },
  "/teach/attempts/:attempt": { get: ["teacher"] },
  "/teach/attempts/:attempt/minutes": { get: ["teacher"], post: ["teacher"] },
  "/teach/attempts/:attempt/reopening": { get: ["teacher"], post: ["teacher"] },
  "/teach/attempts/:attempt/voiding": { get: ["teacher"], post: ["teacher"] },
  "/teach/attempts/:attempt/return": { get: ["teacher"], post: ["teacher"] },
  "/teach/attempts/:attempt/slots/:slot/mark": { get: ["teacher"], post: ["teacher"] },
  "/teach/attempts/:attempt/slots/:slot/override": { get: ["teacher"], post: ["teacher"] },
  "/teach/attempts/:attempt/slots/:slot/override/removal": { get: ["teacher"], post: ["teacher"] },
  // A quiz of the teacher that is ready: others see, try and copy it, and never change it.
  "/teach/quizzes": { get: mayTeach, post: mayTeach },
  "/teach/quizzes/:quiz": { get: mayTeach, post: ["teacher"] },
  "/teach/quizzes/:quiz/undo": { get: mayTeach, post: ["teacher"] },
  "/teach/quizzes/:quiz/settings": { get: ["teacher"], post: ["teacher"] },
  "/teach/quizzes/:quiz/add": { get: ["teacher"], post: ["teacher"] },
  "/teach/quizzes/:quiz/draws": { get: ["teacher"], post: ["teacher"] },
  "/teach/quizzes/:quiz/slots/:slot/replacement": { get: ["teacher"], post: ["teacher"] },
  "/teach/quizzes/:quiz/sections/:section": { get: ["teacher"], post: ["teacher"] },
  "/teach/quizzes/:quiz/trial": { get: mayTeach, post: mayTeach },
  "/teach/quizzes/:quiz/copy": { get: mayTeach, post: mayTeach },
  "/teach/quizzes/:quiz/removal": { get: ["teacher"], post: ["teacher"] },
  "/teach/quizzes/:quiz/return": { get: ["teacher"], post: ["teacher"] },
};

const addresses = [...fs.readFileSync("app/routes.ts", "utf8").matchAll(/route\("([^"]+)"/g)].map(
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

  const fill = (address: string) =>
    address.replace(/:(\w+)/g, (_, name: string) => {
      const fixed: Record<string, string> = {
        lesson: "in-transit-and-at-rest",
        section: "where-the-padlock-ends",
        claim: "C18",
        quiz: "in-transit-and-at-rest",
        slot: "14",
        token: "not-a-token",
        ...school.ids,
        ...(address.startsWith("/teach/quizzes") ? { quiz: school.ids.ownQuiz, section: "new", slot: "1" } : {}),
        ...(address === "/attempts/:attempt/removal" ? { attempt: school.ids.trial } : {}),
      };
      return fixed[name] ?? name;
    });

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

  const expected = (allowed: readonly Kind[], kind: Kind) =>
    allowed.includes(kind) ? "in" : kind === "stranger" && allowed.length > 0 ? "sign in" : "404";

  it.each(Object.keys(table))("opens %s and its data to those in the table and nobody else", async (address) => {
    const { get } = table[address] as { get: readonly Kind[] };
    const path = fill(address);
    const results: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const kind of kinds) {
      for (const form of [path, path === "/" ? "/_root.data" : `${path}.data`]) {
        results[`${kind} ${form}`] = await ask(kind, form, {});
        wanted[`${kind} ${form}`] = expected(get, kind);
      }
    }
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
    for (const kind of kinds.filter((one) => !allowed.includes(one))) {
      const got = await ask(kind, fill(address), { method: "POST", body: new URLSearchParams({ name: "x" }) });
      if (
        table[address]?.post ? got !== expected(allowed, kind) : got === "in" && !(await isRefusal(kind, fill(address)))
      )
        results[kind] = got;
    }
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
    const body = JSON.stringify({
      client: "somebody-else",
      answers: [
        {
          slot: 1,
          seq: 1,
          ageMs: 0,
          fields: [
            ["s1", "1"],
            ["q1", "a"],
          ],
        },
      ],
    });
    for (const kind of kinds.filter((one) => one !== "student")) {
      const response = await school.people[kind].fetch(`/attempts/${school.ids.attempt}/answers`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      });
      expect([kind, response.status]).toEqual([kind, 404]);
    }
  });
});
