import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startKeyhole } from "../keyhole";
import { freePort, openMailbox } from "../mailbox";
import { withKeyhole } from "../running";
import { signUp } from "../school";
import { engines } from "../stores";
import { Visitor } from "../visitor";

const fresh = "another secret that is long";

describe.each(engines)("a forgotten password, on %s", (engine) => {
  let mailbox: Awaited<ReturnType<typeof openMailbox>>;
  const keyhole = withKeyhole(engine, async () => {
    mailbox = await openMailbox();
    const port = String(await freePort());
    return startKeyhole(engine, { PORT: port, ORIGIN: `http://127.0.0.1:${port}`, SMTP_URL: mailbox.url });
  });
  afterAll(() => mailbox.close());
  let ada: Visitor;
  beforeAll(async () => {
    ada = await signUp(keyhole, "Ada");
    await signUp(keyhole, "Ben");
  });

  const ask = async (login: string) => {
    const visitor = new Visitor(keyhole);
    await visitor.get("/reset-password");
    await visitor.submit("Send me a link", { login });
    return visitor;
  };
  const linkFor = async (login: string) => {
    const letter = mailbox.next(login.trim().toLowerCase());
    await ask(login);
    // Quoted-printable breaks long lines.
    const text = (await letter).text.replace(/=\r\n/g, "");
    return /http:\/\/127\.0\.0\.1:\d+(\/reset-password\/\S+)/.exec(text)?.[1] ?? "";
  };
  const signInWith = async (login: string, password: string) => {
    const visitor = new Visitor(keyhole);
    await visitor.get("/sign-in");
    await visitor.submit("Sign in", { login, password });
    return visitor;
  };

  it("is replaced through a link that goes to the account's address, which signs out everywhere else and works once", async () => {
    const link = await linkFor("Ada@School.test ");
    expect(mailbox.letters.at(-1)?.to).toEqual(["ada@school.test"]);
    const visitor = new Visitor(keyhole);
    // Who looks at the link before its reader does, as mail servers do, uses nothing up.
    await visitor.get(link);
    await visitor.get(link);
    expect(visitor.page.headers.get("Cache-Control")).toContain("no-store");
    await visitor.submit("Keep it and sign in", { password: "short" });
    expect([visitor.page.status, visitor.page.document.querySelector("#password-error") !== null]).toEqual([400, true]);
    await visitor.submit("Keep it and sign in", { password: "ada@school.test" });
    expect(visitor.page.status).toBe(400);
    await visitor.submit("Keep it and sign in", { password: fresh });
    expect(new URL(visitor.page.url).pathname).toBe("/me");
    await ada.get("/me");
    expect(new URL(ada.page.url).pathname).toBe("/sign-in");
    expect((await signInWith("ada@school.test", "a long enough password")).page.status).toBe(400);
    expect(new URL((await signInWith("ada@school.test", fresh)).page.url).pathname).toBe("/me");
    const again = await new Visitor(keyhole).get(link);
    expect([again.status, again.html.includes("This link was used, is over or was mistyped.")]).toEqual([404, true]);
    const late = await new Visitor(keyhole).fetch(link, {
      method: "POST",
      body: new URLSearchParams({ password: "yet another secret of theirs" }),
    });
    expect(late.status).toBe(404);
  });

  it("takes one password when two are sent through one link at the same time", async () => {
    const link = await linkFor("ada@school.test");
    const sent = ["the first of two long secrets", "the second of two long secrets"].map((password) =>
      new Visitor(keyhole).fetch(link, { method: "POST", body: new URLSearchParams({ password }) }),
    );
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([302, 404]);
  });

  it("whoever asks reads the same, whether there is an account or not", async () => {
    const words = async (login: string) => (await ask(login)).words.replaceAll(login, "");
    const letters = [mailbox.next("ben@school.test"), mailbox.next("ben@school.test")];
    expect(await words("nobody@school.test")).toBe(await words("ben@school.test"));
    expect(await words("zoë\u0001@school.test")).toBe(await words("ben@school.test"));
    // So that none comes while a later test counts.
    await Promise.all(letters);
  });

  it("a link that was changed in any place opens nothing", async () => {
    const link = await linkFor("ben@school.test");
    const [id, until, mark] = link.split("/").at(-1)?.split(".") ?? [];
    const tries = [
      `${id}.${Number(until) + 3600}.${mark}`,
      `${id}.${until}.${mark?.replace(/^./, (first) => (first === "a" ? "b" : "a"))}`,
      `${id?.replace(/.$/, (last) => (last === "a" ? "b" : "a"))}.${until}.${mark}`,
      `${id}.1.${mark}`,
      "no.link.at-all",
    ];
    for (const one of tries) {
      const { status } = await new Visitor(keyhole).get(`/reset-password/${one}`);
      expect([one, status]).toEqual([one, 404]);
    }
    expect((await new Visitor(keyhole).get(link)).status).toBe(200);
  });

  it("an account is sent three links an hour, and who asks a fourth time is not told so", async () => {
    await signUp(keyhole, "Cleo");
    for (let sent = 1; sent <= 3; sent++) await linkFor("cleo@school.test");
    const before = mailbox.letters.length;
    const fourth = await ask("cleo@school.test");
    expect(fourth.words).toContain("a link is on its way there");
    // A letter to somebody else comes after hers would have.
    await signUp(keyhole, "Dan");
    await linkFor("dan@school.test");
    expect(mailbox.letters.slice(before).map(({ to }) => to)).toEqual([["dan@school.test"]]);
  });
});

describe("where no e-mail is sent", () => {
  const keyhole = withKeyhole("embedded");

  it("none is promised, and the page says who gives a new PIN or password", async () => {
    const visitor = new Visitor(keyhole);
    await visitor.get("/sign-up");
    expect(visitor.words).toContain("Keyhole sends you nothing.");
    await visitor.get("/reset-password");
    expect(visitor.words).toContain("This Keyhole sends no e-mail");
    expect(visitor.words).toContain("asks a teacher of the class for a new PIN");
    expect(visitor.page.document.querySelector("form[action='/reset-password'], [name=login]")).toBeNull();
    const posted = await visitor.fetch("/reset-password", {
      method: "POST",
      body: new URLSearchParams({ login: "ada@school.test" }),
    });
    expect(posted.status).toBe(400);
  });
});

describe("where the mail server does not answer", () => {
  it("the page is the same, and the log says so without an address", async () => {
    const [port, nobody] = [String(await freePort()), await freePort()];
    const keyhole = await startKeyhole("embedded", {
      PORT: port,
      ORIGIN: `http://127.0.0.1:${port}`,
      SMTP_URL: `smtp://127.0.0.1:${nobody}?from=keyhole@school.test`,
    });
    try {
      await signUp(keyhole, "Ada");
      const visitor = new Visitor(keyhole);
      await visitor.get("/reset-password");
      await visitor.submit("Send me a link", { login: "ada@school.test" });
      expect(visitor.words).toContain("a link is on its way there");
      await expect.poll(() => keyhole.output(), { timeout: 60_000 }).toContain("could not be sent: E");
      expect(keyhole.output()).not.toContain("ada@");
    } finally {
      await keyhole.stop();
    }
  });
});
