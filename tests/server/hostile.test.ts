import http from "node:http";
import { beforeAll, describe, expect, it } from "vitest";
import { attemptOn, play, startAsGuest } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import type { Visitor } from "../visitor";

/** What an attacker and an unlucky student found once. Each was a failure first. */
describe("hostile and unlucky requests", () => {
  const keyhole = withKeyhole("postgres");
  let teacher: Visitor;
  let room: { address: string; code: string };
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    room = await makeClass(teacher, "9B");
  });

  async function practise() {
    const guest = await startAsGuest(keyhole);
    return { guest, attempt: attemptOn(guest) };
  }

  it("do not tell a score before results are out, in no form of the page", async () => {
    const assignment = await assignQuiz(teacher, room.address, {
      preset: "test",
      dueAt: "",
      closesAt: "2099-01-01T10:00",
    });
    const student = await join(keyhole, room.code, "Ana");
    await student.get(assignment.replace("/teach", ""));
    await student.submit("Start");
    const attempt = new URL(student.page.url).pathname;
    await play(student, () => null);
    expect(student.words).toContain("Your result is shown from");
    const data = await (await student.fetch(`${attempt}/review.data`)).text();
    expect(data).not.toMatch(/score|explanation|total/);
  });

  it("let somebody who writes without spaces or Latin letters turn the page again and again", async () => {
    const { guest, attempt } = await practise();
    await guest.get(`${attempt}?page=5`);
    await guest.submit("Check before handing in", { q14: "你".repeat(19_000) });
    expect(guest.page.status).toBe(200);
    await guest.get(`${attempt}?page=5`);
    await guest.submit("Check before handing in");
    expect(guest.page.status).toBe(200);
    await guest.get(`${attempt}?page=5`);
    expect(guest.page.document.querySelector("textarea")?.textContent?.trim().length).toBe(19_000);
  });

  it("keep an answer whole that is longer than any field asks for, by the form and by the script", async () => {
    const { guest, attempt } = await practise();
    await guest.get(`${attempt}?page=5`);
    const whole = async () => {
      await guest.get(`${attempt}?page=5`);
      return guest.page.document.querySelector("textarea")?.textContent?.trim().length;
    };
    await guest.submit("Check before handing in", { q14: "a".repeat(200_000) });
    expect([guest.page.status, await whole()]).toEqual([200, 200_000]);
    const answers = [{ slot: 14, seq: 1, ageMs: 0, fields: [["q14", "b".repeat(300_000)]] }];
    const saved = await guest.fetch(`${attempt}/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ client: "a-long-answer", answers }),
    });
    expect([saved.status, await whole()]).toEqual([200, 300_000]);
  });

  it("say that an answer came too late when it comes with a hint", async () => {
    const { guest, attempt } = await practise();
    await guest.get(`${attempt}?page=5`);
    const open = guest.page;
    await guest.submit("Check before handing in");
    await guest.submit("Hand in");
    guest.page = open;
    await guest.submit("Show the hint for question 14", { q14: "Typed late" });
    expect(guest.words).toContain("does not count");
  });

  it("do not show the keys of practice to somebody who has the same quiz as an assignment", async () => {
    const { guest, attempt } = await practise();
    const other = await makeClass(teacher, "10C");
    await assignQuiz(teacher, other.address);
    await guest.get(`/join/${other.code}`);
    await guest.submit("Join", { name: "Early bird" });
    await guest.get(`${attempt}/summary`);
    await guest.submit("Hand in");
    expect(guest.words).toContain("Everything you answered has arrived");
    expect(guest.page.document.querySelectorAll(".because")).toHaveLength(0);
  });

  it("get a 400 with words for a body that is no form", async () => {
    const { guest, attempt } = await practise();
    for (const address of ["answers", "submission", "hints/1"])
      for (const type of ["text/plain", "multipart/form-data; boundary=x", "///"]) {
        const response = await guest.fetch(`${attempt}/${address}`, {
          method: "POST",
          body: "hello",
          headers: { "Content-Type": type },
        });
        expect([address, type, response.status]).toEqual([address, type, 400]);
        expect(await response.text()).toContain("That was not a form");
      }
  });

  it("get a 404 for hints of questions that are not there and for addresses with NUL or no text", async () => {
    const { guest, attempt } = await practise();
    for (const slot of ["0", "-1", "15", "999", "2147483648", "abc"]) {
      const response = await guest.fetch(`${attempt}/hints/${slot}`, { method: "POST", body: new URLSearchParams() });
      expect([slot, response.status]).toEqual([slot, 404]);
    }
    for (const address of [
      "/lessons/%00",
      "/sources/%00",
      "/quizzes/%00",
      "/%ff",
      "/teach/items/%c3",
      "/%5C",
      "/teach/%5c",
    ])
      expect((await guest.fetch(address)).status).toBe(404);
  });

  it("get words for people where there is no page, and none of the router's", async () => {
    for (const address of ["/nothing", "/teach/classes/nothing/at/all", "/attempts"]) {
      await teacher.get(address);
      expect([teacher.page.status, teacher.words]).toEqual([404, expect.stringContaining("may be mistyped")]);
      expect(teacher.page.html).not.toContain("No route");
    }
  });

  it("get a 405 for methods that no page has", async () => {
    for (const method of ["PUT", "DELETE", "PATCH"])
      expect((await teacher.fetch("/quizzes/in-transit-and-at-rest", { method })).status).toBe(405);
  });

  it("get a message at the field for years that cannot be meant and for a close that is over", async () => {
    const id = room.address.split("/").at(-1);
    for (const closesAt of ["0000-01-01T00:00", "0001-01-01T00:00", "9999-01-01T00:00", "2020-01-01T10:00"]) {
      await teacher.get(`/teach/assignments/new?class=${id}`);
      await teacher.submit(/^Give/, { quiz: "in-transit-and-at-rest", dueAt: "", closesAt });
      expect([closesAt, teacher.page.status]).toEqual([closesAt, 400]);
      expect(teacher.page.document.querySelector("#closesAt")?.getAttribute("aria-invalid")).toBe("true");
    }
  });

  it("get a 400 for the same answer twice in one call", async () => {
    const { guest, attempt } = await practise();
    const twice = [1, 1].map((slot) => ({ slot, seq: 1, ageMs: 0, fields: [["q1", "a"]] }));
    const response = await guest.fetch(`${attempt}/answers`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ client: "somebody", answers: twice }),
    });
    expect(response.status).toBe(400);
  });

  it("leave the line free for the next one where nobody read their body to its end", async () => {
    const line = new http.Agent({ keepAlive: true, maxSockets: 1 });
    const ask = (method: string, path: string, body = "") =>
      new Promise<number | undefined>((done, failed) => {
        const headers = { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": body.length };
        const sent = http.request(keyhole.origin + path, { agent: line, method, headers }, (answer) => {
          answer.resume().on("end", () => done(answer.statusCode));
        });
        sent.on("error", failed).end(body);
      });
    const long = `text=${"x".repeat(900_000)}`;
    // A stranger is sent to sign in, and pages without a form refuse one, before anybody reads what was sent.
    for (const path of ["/me/delete", "/sources/C18", "/nothing"]) {
      await ask("POST", path, long);
      expect(await ask("GET", "/healthz")).toBe(200);
    }
    line.destroy();
  });

  it("never come from a cache that others share", async () => {
    const student = await join(keyhole, room.code, "Cleo");
    for (const address of ["/me", "/me.data"])
      expect((await student.fetch(address)).headers.get("Cache-Control")).toMatch(/private|no-store/);
  });
});
