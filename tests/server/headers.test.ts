import fs from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { startKeyhole } from "../keyhole";
import { withKeyhole } from "../running";
import { makeClass, signUp } from "../school";
import { Visitor } from "../visitor";

const onAPage = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  // Not no-referrer: a browser then names no origin with a form, and the form is refused.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
};

const headersOf = (response: Response, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, response.headers.get(name)]));

describe("the headers of an answer", () => {
  const keyhole = withKeyhole("embedded");
  let teacher: Visitor;
  let room: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    room = (await makeClass(teacher, "9B")).address;
  });

  it.each<[status: number, what: string, ask: () => [address: string, init?: RequestInit]]>([
    [200, "a page", () => ["/"]],
    [200, "a page of the desk", () => ["/teach"]],
    [200, "the data of a page", () => ["/teach.data"]],
    [200, "a file to take away", () => [`${room}/gradebook.csv`]],
    [200, "what is stored of oneself", () => ["/me/export"]],
    [200, "a picture", () => ["/favicon.ico"]],
    [200, "words for machines", () => ["/robots.txt"]],
    [200, "the word that the process is up", () => ["/healthz"]],
    [
      302,
      "a redirect after a form",
      () => ["/reader", { method: "POST", body: new URLSearchParams({ text: "usual" }) }],
    ],
    [400, "a form that is refused", () => ["/teach", { method: "POST", body: new URLSearchParams({ name: "" }) }]],
    [400, "what is no form", () => ["/teach", { method: "POST", body: "x" }]],
    [403, "a form from elsewhere", () => ["/teach", { method: "POST", headers: { Origin: "https://elsewhere.test" } }]],
    [404, "no page", () => ["/nothing"]],
    [404, "no class", () => ["/teach/classes/00000000-0000-0000-0000-000000000000"]],
    [404, "no clock for a script", () => ["/attempts/00000000-0000-0000-0000-000000000000/clock"]],
    [404, "an address that is no text", () => ["/%ff"]],
    [405, "a form where there is none", () => ["/glossary", { method: "POST", body: new URLSearchParams() }]],
    [405, "another method", () => ["/", { method: "DELETE" }]],
    [413, "a form that is too long", () => ["/teach", { method: "POST", body: "x".repeat(1024 * 1024 + 1) }]],
  ])("are all there on a %i: %s", async (status, _, ask) => {
    const [address, init] = ask();
    const response = await teacher.fetch(address, init);
    await response.text();
    expect(response.status).toBe(status);
    for (const [name, value] of Object.entries(onAPage))
      expect([name, response.headers.get(name)]).toEqual([name, value]);
    expect(response.headers.get("Strict-Transport-Security")).toBeNull();
    expect(response.headers.get("X-Powered-By")).toBeNull();
  });

  it("of a file that pages use say that it is what it is, and ours alone", async () => {
    const [style] = fs.readdirSync("build/client/assets").filter((name) => name.endsWith(".css"));
    const response = await fetch(`${keyhole.origin}/assets/${style}`);
    expect([response.status, headersOf(response, ["X-Content-Type-Options", "Cross-Origin-Resource-Policy"])]).toEqual([
      200,
      { "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin" },
    ]);
  });

  it("let no stranger be told by a redirect to sign in what the page would have told them", async () => {
    const response = await new Visitor(keyhole).fetch(room);
    expect([response.status, await response.text()]).toEqual([302, ""]);
    expect(headersOf(response, Object.keys(onAPage))).toEqual(onAPage);
  });
});

describe("where the public address is https", () => {
  const keyhole = withKeyhole("embedded", () => startKeyhole("embedded", { ORIGIN: "https://keyhole.school.example" }));

  it("every answer, a file and a refusal too, says that the next one must be asked for by https", async () => {
    const [style] = fs.readdirSync("build/client/assets").filter((name) => name.endsWith(".css"));
    for (const address of ["/", "/me", "/nothing", `/assets/${style}`, "/assets/none", "/healthz", "/robots.txt"]) {
      const response = await fetch(keyhole.origin + address, { redirect: "manual" });
      expect([address, response.headers.get("Strict-Transport-Security")]).toEqual([address, "max-age=31536000"]);
    }
  });

  it("a session's cookie is bound to this host and to https, and no script reads it", async () => {
    const headers = { Origin: "https://keyhole.school.example" };
    const begun = await fetch(`${keyhole.origin}/quizzes/in-transit-and-at-rest`, {
      method: "POST",
      headers,
      body: new URLSearchParams(),
      redirect: "manual",
    });
    expect(begun.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });
});
