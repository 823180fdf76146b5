import { describe, expect, it } from "vitest";
import { learns, readSettings } from "~/lab/model";
import { aboutNobody, aboutPeople } from "~/models/stored/registry";
import { startKeyhole } from "../keyhole";
import { attemptOn, play, solution, startAsGuest } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines, two } from "../stores";
import { Visitor } from "../visitor";

const section = "/lessons/in-transit-and-at-rest/where-the-padlock-ends";

const never = { marksWhen: "never", correctnessWhen: "never", feedbackWhen: "never", keyWhen: "never" };

/** How many rows the page counts, by table. */
const counted = ({ page }: Visitor) =>
  Object.fromEntries(
    [...page.document.querySelectorAll(".stored [data-table]")].map((one) => [
      one.getAttribute("data-table"),
      Number(one.getAttribute("data-count")),
    ]),
  );
const taken = async (visitor: Visitor) =>
  (await (await visitor.fetch("/me/export")).json()) as { tables: Record<string, { rows: Record<string, unknown>[] }> };
const lab = (visitor: Visitor) =>
  readSettings(
    new URL(
      [...visitor.page.document.querySelectorAll("main a")]
        .map((one) => one.getAttribute("href") ?? "")
        .find((href) => href.startsWith("/lab?")) ?? "",
      "http://here",
    ).searchParams,
  );

describe.each(engines)("the page on what is stored, on %s", (engine) => {
  const keyhole = withKeyhole(engine);

  it("tells a stranger every table and column, that nothing of theirs is among them, and the locks of this connection", async () => {
    const stranger = new Visitor(keyhole);
    const { document } = await stranger.get("/privacy");
    const shown = (attribute: string, within: ParentNode = document) =>
      [...within.querySelectorAll(`[${attribute}]`)].map((one) => one.getAttribute(attribute));
    expect(shown("data-table").sort()).toEqual([...aboutPeople, ...aboutNobody].map(({ table }) => table).sort());
    for (const { table, holds } of aboutPeople) {
      const described = document.querySelector(`details[data-table="${table}"]`) as Element;
      expect(shown("data-column", described)).toEqual(Object.values(holds).flat());
    }
    expect(stranger.words).toContain("This Keyhole does not know you");
    expect(lab(stranger)).toMatchObject({ tls: false, at_rest_provider_key: false, e2e: false });
    expect(stranger.words).toContain(engine === "embedded" ? "In files on the machine" : "In a PostgreSQL database");
    expect((await stranger.fetch("/me/export")).headers.get("Location")).toContain("/sign-in");
  });

  it("counts what a guest did, gives all of it out, and forgets the guest when they ask", async () => {
    const guest = await startAsGuest(keyhole);
    await play(guest, solution);
    await guest.get("/lessons/in-transit-and-at-rest");
    await guest.get(guest.page.document.querySelector("a.btn.go")?.getAttribute("href") as string);
    await guest.submit(/^Next:/);
    await guest.get("/privacy");
    const counts = counted(guest);
    expect(counts).toMatchObject({ people: 1, sessions: 1, attempts: 1, readingProgress: 1 });
    const { tables } = await taken(guest);
    for (const [table, count] of Object.entries(counts))
      expect([table, tables[table]?.rows.length]).toEqual([table, count]);
    await guest.get("/me/export/read");
    for (const [table, count] of Object.entries(counts))
      expect(guest.page.document.querySelectorAll(`[data-table="${table}"] tbody tr`)).toHaveLength(Number(count));
    await guest.get("/me/delete");
    expect(guest.words).toContain("1 go at a quiz for practice");
    expect(guest.words).toContain("It cannot be brought back");
    await guest.submit("Delete it for good");
    expect(new URL(guest.page.url).pathname).toBe("/privacy");
    expect(guest.words).toContain("This Keyhole does not know you");
    expect((await guest.fetch("/me")).headers.get("Location")).toContain("/sign-in");
  });

  it("lets a student delete practice at once, and keeps what the class asked for, with its result held back", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    const given = await assignQuiz(teacher, address, { preset: "own", ...never });
    const student = await join(keyhole, code, "Ana");
    await student.get(given.replace("/teach", ""));
    await student.submit("Start");
    const attempt = attemptOn(student);
    await play(student, solution);
    await student.get(section);
    const { tables } = await taken(student);
    expect(tables.responses?.rows.length).toBeGreaterThan(0);
    for (const { fraction, score } of tables.responses?.rows ?? []) expect([fraction, score]).toEqual([null, null]);
    expect(JSON.stringify(Object.values(tables).map(({ rows }) => rows))).not.toMatch(/argon2|secretHash|tokenHash/);
    await student.get("/me/delete");
    expect(student.words).toContain("belong to the class");
    if (student.words.includes("What goes")) await student.submit("Delete it for good");
    expect((await student.fetch(`${attempt}/review`)).status).toBe(200);
    await student.get("/privacy");
    expect(counted(student)).toMatchObject({ attempts: 1, enrolments: 1, signInMethods: 1 });
  });

  it("gives nothing out and deletes nothing on a device where anybody could have picked the name", async () => {
    const tablet = await onDevice();
    for (const [address, method] of [
      ["/me/export", "GET"],
      ["/me/export/read", "GET"],
      ["/me/delete", "GET"],
      ["/me/delete", "POST"],
      ["/me/password", "GET"],
      ["/me/password", "POST"],
      ["/me/sessions", "GET"],
      ["/me/sessions/closure", "POST"],
      ["/me/sessions/any/closure", "POST"],
    ] as const) {
      const response = await tablet.fetch(address, { method });
      expect([address, method, response.status]).toEqual([address, method, 403]);
      expect(await response.text()).toContain("anybody can pick your name");
    }
    await tablet.get("/privacy");
    expect(tablet.words).toContain("sign in with your PIN or password on another device");
  });

  async function onDevice(): Promise<Visitor> {
    const teacher = new Visitor(keyhole);
    await teacher.get("/sign-in");
    await teacher.submit("Sign in", { login: "ms-rivera@school.test", password: "a long enough password" });
    const { address, code } = await makeClass(teacher, "9C");
    await join(keyhole, code, "Cem");
    await teacher.get(`${address}/devices`);
    await teacher.submit(/^Open a link/);
    const tablet = new Visitor(keyhole);
    await tablet.get(`/device/${/\/device\/([A-Z0-9]{5}-[A-Z0-9]{5})/.exec(teacher.words)?.[1]}`);
    await tablet.submit("Cem");
    return tablet;
  }
});

describe("the page on what is stored, by how the installation runs", () => {
  const sealed = withKeyhole("postgres", () =>
    startKeyhole("postgres", {
      ORIGIN: "https://keyhole.school.test",
      SMTP_URL: "smtps://mail.school.test?from=us@school.test",
    }),
  );
  const open = withKeyhole("postgres", () =>
    startKeyhole("postgres", { ORIGIN: "http://192.168.1.5:3000", ALLOW_PLAIN_HTTP: "1", TRUST_PROXY: "1" }),
  );

  it.each([
    ["over https", sealed, true, "encrypted with TLS", "__Host-session"],
    ["over plain http", open, false, "Not encrypted.", "named session"],
  ])("says %s what that means, and sets the lab's locks like that", async (_, keyhole, tls, says, cookie) => {
    const stranger = new Visitor(keyhole);
    await stranger.get("/privacy");
    expect(stranger.words).toContain(says);
    expect(stranger.words).toContain(cookie);
    expect(lab(stranger)).toMatchObject({ tls, e2e: false, at_rest_provider_key: false });
    expect(learns(lab(stranger)).O1_wifi).toBe(tls ? "metadata" : "content");
    expect(stranger.words.includes("mail server mail.school.test")).toBe(tls);
    expect(stranger.words.includes("This installation sends no e-mail.")).toBe(!tls);
    // Two processes have a balancer in front of them.
    expect(stranger.words.includes("Whatever the proxy in front writes down")).toBe(!tls || two);
  });
});
