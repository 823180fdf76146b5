import { once } from "node:events";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { attemptOn, startAsGuest } from "../playing";
import { withKeyhole } from "../running";
import { makeClass, signUp } from "../school";

const form = "application/x-www-form-urlencoded";

describe("more than anybody needs", () => {
  const keyhole = withKeyhole("postgres");

  /** What comes back on a line of its own, until it is closed. @param more sent a letter a second */
  async function onALine(begin: string, more = ""): Promise<string> {
    const { hostname, port } = new URL(keyhole.origin);
    const line = net.connect(Number(port), hostname);
    let said = "";
    line.on("data", (piece) => {
      said += piece;
    });
    line.on("error", () => {});
    const closed = once(line, "close");
    line.write(begin);
    for (let at = 0; at < more.length && !line.closed && said === ""; at++) {
      line.write(more[at] as string);
      await Promise.race([sleep(1000), closed]);
    }
    await closed;
    return said;
  }

  it("time: who sends headers or a body a letter at a time gets a 408 with words, and a line without a request is closed", async () => {
    const slowly = "x".repeat(200);
    const [headers, body, nothing] = await Promise.all([
      onALine("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ", slowly),
      onALine(
        `POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: ${form}\r\nContent-Length: 500\r\n\r\nlogin=`,
        slowly,
      ),
      onALine(""),
    ]);
    for (const said of [headers, body]) {
      expect(said).toMatch(/^HTTP\/1.1 408 Request Timeout/);
      expect(said).toContain("took too long to arrive");
    }
    expect(nothing).toMatch(/^$|408/);
  });

  it("patience: who goes away in the middle of a form is no fault of the server, and of its database neither", async () => {
    const { hostname, port } = new URL(keyhole.origin);
    for (let tries = 0; tries < 20; tries++) {
      const line = net.connect(Number(port), hostname).on("error", () => {});
      line.write(`POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: ${form}\r\nContent-Length: 500\r\n\r\nlogin=a`);
      await sleep(20);
      line.destroy();
    }
    await fetch(keyhole.origin);
    expect(keyhole.output()).toBe("");
  });

  it.each([
    ["an address", `GET /?${"x".repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431, "longer than Keyhole reads"],
    [
      "a header",
      `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${"x".repeat(20_000)}\r\n\r\n`,
      431,
      "longer than Keyhole reads",
    ],
    ["headers", `GET / HTTP/1.1\r\nHost: a\r\n${"X-A: 1\r\n".repeat(6000)}\r\n`, 431, "longer than Keyhole reads"],
    ["what is no request", "hello\r\n\r\n", 400, "not a request"],
    [
      "two lengths",
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx`,
      400,
      "not a request",
    ],
    [
      "a length beside pieces",
      `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      "not a request",
    ],
  ])("%s gets a 4xx with words, and the line is closed", async (_, sent, status, words) => {
    const said = await onALine(sent);
    expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(said).toContain(words);
  });

  it("a body in pieces without a length gets a 411 with words", async () => {
    const said = await onALine(
      `POST /sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: ${form}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    );
    expect(said).toMatch(/^HTTP\/1.1 411 /);
    expect(said).toContain("A length is needed");
  });

  it("fields get a 413 with words, in every enctype, and as many as a long page has are read", async () => {
    const post = (body: string, type = form) =>
      fetch(`${keyhole.origin}/sign-in`, { method: "POST", body, headers: { "Content-Type": type } });
    const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
    for (const response of [
      await post("a=&".repeat(300_000)),
      await post("&".repeat(1_000_000)),
      await post(`${part.repeat(15_000)}--b--\r\n`, "multipart/form-data; boundary=b"),
    ])
      expect([response.status, await response.text()]).toEqual([413, expect.stringContaining("more fields")]);
    expect((await post("a=1&".repeat(5000))).status).toBe(400);
  });

  it("depth in JSON gets a 400 with words, and the next answer is kept", async () => {
    const guest = await startAsGuest(keyhole);
    const send = (body: string) =>
      guest.fetch(`${attemptOn(guest)}/answers`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      });
    const deep = `${"[".repeat(300_000)}${"]".repeat(300_000)}`;
    for (const body of [
      deep,
      `{"client":"somebody","answers":${deep}}`,
      `{"client":"somebody","answers":[{"slot":1,"seq":1,"ageMs":0,"fields":${deep}}]}`,
      `${'{"answers":'.repeat(80_000)}1${"}".repeat(80_000)}`,
      `{"client":"somebody","answers":[${'{"slot":1,"seq":1,"ageMs":0,"fields":[]},'.repeat(20_000)}1]}`,
    ]) {
      const response = await send(body);
      expect([response.status, await response.text()]).toEqual([400, expect.stringMatching(/not JSON|not understand/)]);
    }
    const fields = [
      ["s1", "1"],
      ["q1", "a"],
    ];
    const good = JSON.stringify({ client: "somebody", answers: [{ slot: 1, seq: 1, ageMs: 0, fields }] });
    expect((await send(good)).status).toBe(200);
  });

  it("files: who takes them one after another for minutes gets a 429 with words, others and pages do not", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address } = await makeClass(teacher, "9B");
    const take = () => teacher.fetch(`${address}/gradebook.csv`);
    const statuses = await Promise.all(Array.from({ length: 300 }, async () => (await take()).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const response = await take();
    expect([response.status, await response.text()]).toEqual([429, expect.stringContaining("Nothing is locked")]);
    expect(Number(response.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect((await teacher.fetch(`${address}/audit.csv`)).status).toBe(429);
    expect((await teacher.fetch(address)).status).toBe(200);
    const guest = await startAsGuest(keyhole);
    expect((await guest.fetch("/me/export")).status).toBe(200);
  });
});
