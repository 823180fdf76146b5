import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Line } from "../chaos/line";
import { type Keyhole, startKeyhole } from "../keyhole";
import { attemptOn, sendAnswer, startAsGuest } from "../playing";
import { signUp } from "../school";
import { freshDatabase } from "../stores";
import { Visitor } from "../visitor";

const written = "In my own words: the key\nnever leaves my phone";

describe("while the database is out of reach", () => {
  let keyhole: Keyhole;
  let line: Line;
  let port: number;
  beforeAll(async () => {
    const { DATABASE_URL } = await freshDatabase("postgres");
    const url = new URL(DATABASE_URL as string);
    port = Number(url.port);
    line = await Line.open([port]);
    url.port = String(line.port);
    keyhole = await startKeyhole("postgres", { DATABASE_URL: url.href });
  });
  afterAll(async () => {
    await keyhole?.stop();
    await line?.close();
  });

  afterEach(() => comeBack());

  const goAway = () => {
    line.targets = [];
    line.cut();
  };
  const comeBack = () => {
    line.targets = [port];
  };
  /** Asks until it is not refused any more: what is new in the pool comes by and by. */
  const soon = async (ask: () => Promise<{ status: number }>) => {
    for (;;) if ((await ask()).status !== 503) return;
  };

  it("a page says so with 503 and when to come again, the process is well and not ready, and both heal by themselves", async () => {
    goAway();
    const visitor = new Visitor(keyhole);
    const { status, headers, document } = await visitor.get("/lessons/in-transit-and-at-rest");
    expect([status, headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(headers.get("Cache-Control")).toContain("no-store");
    expect(document.querySelector("h1")?.textContent).toBe("Keyhole cannot reach its database");
    expect(document.querySelector("a.go")?.getAttribute("href")).toBe("/lessons/in-transit-and-at-rest");
    const look = async (address: string) => (await fetch(keyhole.origin + address)).status;
    expect([await look("/healthz"), await look("/readyz")]).toEqual([200, 503]);
    comeBack();
    await soon(() => fetch(`${keyhole.origin}/readyz`));
    await soon(() => visitor.get("/lessons/in-transit-and-at-rest"));
    expect(visitor.page.status).toBe(200);
  });

  it("a page that is the same for every stranger goes on being given, once somebody had it", async () => {
    const stranger = new Visitor(keyhole);
    const given = async () => {
      const { status, headers, words } = { ...(await stranger.get("/glossary")), words: stranger.words };
      return [status, headers.has("ETag"), words.includes("The words that the course explains")];
    };
    await soon(() => stranger.get("/glossary"));
    expect(await given()).toEqual([200, true, true]);
    goAway();
    expect(await given()).toEqual([200, true, true]);
    expect((await stranger.get("/glossary?a=1")).status).toBe(503);
  });

  it("a form comes back with all that was typed, and is taken when it is sent again", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    await teacher.get("/teach");
    goAway();
    await teacher.submit("Make the class", { name: "9B after lunch", zone: "Europe/Madrid" });
    expect(teacher.page.status).toBe(503);
    expect(teacher.page.document.querySelector("textarea")?.textContent).toBe("9B after lunch");
    comeBack();
    await soon(() => teacher.submit("Send it again"));
    expect(teacher.page.document.querySelector("h1")?.textContent).toContain("9B after lunch");
  });

  it("a turned page of an attempt comes back with what was written, line ends and all, and nothing of it is lost", async () => {
    const guest = await startAsGuest(keyhole, "requests-and-direct-access");
    const attempt = attemptOn(guest);
    while (!guest.page.document.querySelector("textarea")) await guest.submit(/^Next: question/);
    const name = guest.page.document.querySelector("textarea")?.getAttribute("name") as string;
    goAway();
    await guest.submit(/^(Next: question|Check before)/, { [name]: written });
    expect(guest.page.status).toBe(503);
    expect(guest.page.document.querySelector("textarea")?.textContent).toBe(written);
    comeBack();
    await soon(() => guest.submit("Send it again"));
    await guest.get(`${attempt}/summary`);
    await guest.submit("Hand in");
    expect(guest.words).toContain("never leaves my phone");
  });

  it("a password is never in the page that comes back, which asks for it again", async () => {
    await signUp(keyhole, "Mr Steady");
    const visitor = new Visitor(keyhole);
    await visitor.get("/sign-in");
    goAway();
    await visitor.submit("Sign in", { login: "mr-steady@school.test", password: "a long enough password" });
    expect([visitor.page.status, visitor.page.html.includes("a long enough password")]).toEqual([503, false]);
    comeBack();
    await soon(() => visitor.submit("Send it again", { password: "a long enough password" }));
    expect(visitor.page.html).toContain("Mr Steady");
  });

  it("an answer that the page's script sends is told to come again, and no refusal prints what was answered", async () => {
    const guest = await startAsGuest(keyhole);
    goAway();
    const response = await sendAnswer(guest, attemptOn(guest), "a-client-of-its-own", 1, "a");
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "2"]);
    comeBack();
    await soon(() => sendAnswer(guest, attemptOn(guest), "a-client-of-its-own", 1, "a"));
    expect(keyhole.output()).not.toContain("never leaves my phone");
  });
});
