import { eq, sql } from "drizzle-orm";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { deviceLinks, sessions, signInMethods } from "#drizzle/schema";
import { db, rows } from "~/db.server";
import { signIn, signUp } from "~/models/account.server";
import { joinCode } from "~/models/classroom.server";
import {
  closeLink,
  type DeviceLink,
  deviceToken,
  findLink,
  listOf,
  openLink,
  openUntil,
  pick,
  release,
  takenNames,
} from "~/models/device-link.server";
import { findOpenClass, join, type OpenClass } from "~/models/enrolment.server";
import { remove } from "~/models/roster.server";
import { beginDeviceSession, findPerson, hashToken } from "~/session.server";
import { engines, withStore } from "../stores";
import { makeClass, makeStudent, type Someone } from "./teaching";

describe.each(engines)("devices in the room on %s", (engine) => {
  withStore(engine);

  type Klass = Awaited<ReturnType<typeof makeClass>>["klass"];
  const opened = async (klass: Klass, once = uuidv7()) => {
    const token = (await openLink(klass, once)) as string;
    return { token, link: (await findLink(token)) as DeviceLink };
  };
  async function room() {
    const { klass, rivera } = await makeClass();
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    return { klass, rivera, ana, ben, ...(await opened(klass)) };
  }
  /** A press on a name. @returns the cookie, or why there is none */
  async function press(link: DeviceLink, { id }: { id: string }, once = uuidv7(), cookie = "") {
    const request = new Request("http://127.0.0.1/", { headers: { Cookie: cookie } });
    const token = deviceToken(link, id, once);
    const done = await pick(link, id, hashToken(token), (tx, session) =>
      beginDeviceSession(tx, request, { ...session, token, personId: id }),
    );
    return done instanceof Headers ? (done.get("Set-Cookie")?.split(";")[0] ?? "") : done;
  }
  const who = (cookie: string) => findPerson(new Request("http://127.0.0.1/", { headers: { Cookie: cookie } }));
  const standings = async (link: DeviceLink) => (await listOf(link)).map(({ name, standing }) => `${name} ${standing}`);
  const expire = (klass: Klass) =>
    rows(sql`update device_links set expires_at = now() - interval '1 s' where class_id = ${klass.id}::uuid`);

  it("are let in by a link for 45 minutes, of which only a keyed hash is kept", async () => {
    const { klass, token, link } = await room();
    expect(token).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    expect(await findLink(` ${token.slice(0, 5).toLowerCase()}-${token.slice(5)}`)).toEqual(link);
    const [stored] = await db().select().from(deviceLinks).where(eq(deviceLinks.classId, klass.id));
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(stored && (stored.expiresAt.getTime() - stored.createdAt.getTime()) / 60_000).toBe(45);
    expect(await findLink("AAAAAAAAAA")).toBeNull();
  });

  it("are let in by a right link however many wrong ones were tried, and codes and sign-ins wait for none of them", async () => {
    const { klass, token } = await room();
    const address = `203.0.113.${uuidv7()}`;
    for (let tries = 0; tries < 301; tries++) expect(await findLink(`wrong ${tries}`)).toBeNull();
    expect(await findLink(token)).toMatchObject({ open: true });
    const code = (await joinCode(klass)) as string;
    for (let tries = 0; tries < 301; tries++) expect(await findOpenClass(`W${tries}`, address)).toBeNull();
    expect(await findOpenClass(code, address)).toMatchObject({ id: klass.id });
    expect(await signIn("nobody@school.test", "wrong", { address })).toBeNull();
  });

  it("have one open link a class; a form that is sent twice makes one, and none once that is over", async () => {
    const { klass, link } = await room();
    const once = uuidv7();
    const [one, other] = await Promise.all([openLink(klass, once), openLink(klass, once)]);
    expect(one).toBe(other);
    expect([((await findLink(one as string)) as DeviceLink).open, await openUntil(klass)]).toEqual([
      true,
      expect.any(Date),
    ]);
    expect(await press(link, { id: (await listOf(link))[0]?.personId as string })).toBe("closed");
    await expire(klass);
    expect([await openLink(klass, once), await openUntil(klass)]).toEqual([null, null]);
  });

  it("begin a session for the picked student that ends 30 minutes after the link, and says how it began", async () => {
    const { klass, link, ana } = await room();
    expect(await who((await press(link, ana)) as string)).toMatchObject({ id: ana.id, device: true });
    const [taken] = await takenNames(klass);
    expect(taken).toMatchObject({ personId: ana.id, name: "Ana" });
    expect((taken?.until.getTime() ?? 0) - link.expiresAt.getTime()).toBe(30 * 60_000);
    expect(await standings(link)).toEqual(["Ana taken", "Ben free"]);
  });

  it("give a name to one of two who pick it at once, and again only when it is free", async () => {
    const { klass, link, ana } = await room();
    const both = await Promise.all([press(link, ana), press(link, ana)]);
    expect(both.filter((one) => one === "taken")).toHaveLength(1);
    const first = both.find((one) => one !== "taken") as string;
    await release(klass, ana.id);
    expect(await who(first)).toBeNull();
    expect(await who((await press(link, ana)) as string)).toMatchObject({ id: ana.id });
  });

  it("begin one session of a name that is pressed twice on the same page", async () => {
    const { klass, link, ana } = await room();
    const once = uuidv7();
    const [one, other] = await Promise.all([press(link, ana, once), press(link, ana, once)]);
    expect([other, (await takenNames(klass)).length]).toEqual([one, 1]);
  });

  it("free the name that a device had when it picks another one", async () => {
    const { link, ana, ben } = await room();
    const first = (await press(link, ana)) as string;
    const second = (await press(link, ben, uuidv7(), first)) as string;
    expect([(await who(first))?.id, (await who(second))?.id]).toEqual([undefined, ben.id]);
    expect(await standings(link)).toEqual(["Ana free", "Ben taken"]);
  });

  it("send who has a password to sign in, and know nobody of another class, no teacher and nobody who was removed", async () => {
    const { klass, rivera, link, ana, ben } = await room();
    const stranger = await makeStudent((await makeClass()).klass, "Zoë");
    const password = { id: uuidv7(), personId: ana.id, kind: "password", login: uuidv7(), secretHash: "x" };
    await db().insert(signInMethods).values(password);
    await remove(klass, ben.id);
    expect(await standings(link)).toEqual(["Ana account"]);
    const answers: unknown[] = [];
    for (const person of [ana, ben, stranger, rivera] as Someone[]) answers.push(await press(link, person));
    expect(answers).toEqual(["account", "nobody", "nobody", "nobody"]);
  });

  it("send who is in another class to sign in: a picked name opens one class and no more", async () => {
    const { link, ana } = await room();
    const other = (await makeClass()).klass;
    await rows(sql`insert into enrolments (class_id, person_id, role, name, name_key)
      values (${other.id}::uuid, ${ana.id}::uuid, 'student', 'Ana', 'ana')`);
    expect(await standings(link)).toEqual(["Ana account", "Ben free"]);
    expect(await press(link, ana)).toBe("account");
  });

  it("are signed out when whose name it is makes an account or joins another class", async () => {
    const { link, ana, ben } = await room();
    const [hers, his] = [(await press(link, ana)) as string, (await press(link, ben)) as string];
    const login = uuidv7();
    await signUp({ id: ana.id, sample: null }, { name: "Ana", login, password: "a long password", teach: false });
    const { klass: other } = await makeClass();
    const open = (await findOpenClass((await joinCode(other)) as string)) as OpenClass;
    await join(open, { id: ben.id, guest: false }, { name: "Ben", once: "" });
    expect([await who(hers), await who(his)]).toEqual([null, null]);
  });

  it("are let in by no link that is over, and who is in stays in, unless the teacher signs them out", async () => {
    const { klass, link, ana, ben } = await room();
    const hers = (await press(link, ana)) as string;
    await closeLink(klass, false);
    expect([await press(link, ben), (await who(hers))?.id]).toEqual(["closed", ana.id]);
    const next = (await opened(klass)).link;
    expect(await standings(next)).toEqual(["Ana taken", "Ben free"]);
    await expire(klass);
    expect(await press(next, ben)).toBe("closed");
    await closeLink(klass, true);
    expect([await who(hers), await takenNames(klass)]).toEqual([null, []]);
  });

  it("leave nobody in whom the closing link lets in at that moment", async () => {
    for (let round = 0; round < 10; round++) {
      const { klass, link, ana } = await room();
      const [cookie] = await Promise.all([press(link, ana), closeLink(klass, true)]);
      expect(cookie === "closed" || (await who(cookie as string)) === null).toBe(true);
      expect(await db().$count(sessions, eq(sessions.personId, ana.id))).toBe(0);
    }
  });
});
