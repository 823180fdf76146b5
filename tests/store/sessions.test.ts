import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { attempts, sessions } from "#drizzle/schema";
import type { SignedIn } from "~/access/rights";
import { person } from "~/access/visitor.server";
import { db, rows } from "~/db.server";
import { startPractice } from "~/models/attempt.server";
import { endOne, endOthers, ownSessions } from "~/models/own-sessions.server";
import { beginSession, findPerson, ownTokenHash, personOrNewGuest } from "~/session.server";
import { makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { makeTeacher } from "./teaching";

const address = "http://127.0.0.1/";
const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";

describe.each(engines)("sessions on %s", (engine) => {
  withStore(engine);

  /** A browser in which somebody is signed in. */
  async function browserOf({ id }: { id: string }, cookie = "", agent = firefox) {
    const headers = await beginSession(new Request(address, { headers: { Cookie: cookie, "User-Agent": agent } }), id);
    return asks(headers.get("Set-Cookie")?.split(";")[0] ?? "");
  }
  const asks = (cookie: string, more: Record<string, string> = {}) => ({
    cookie,
    who: async () => (await findPerson(new Request(address, { headers: { Cookie: cookie, ...more } })))?.id,
    me: () => person({ request: new Request(address, { headers: { Cookie: cookie } }), params: {} }),
    hash: () => ownTokenHash(new Request(address, { headers: { Cookie: cookie } })),
  });
  /** Moves one moment of everybody's sessions into the past. */
  const ago = (personId: string, column: "seen_at" | "created_at" | "expires_at", span: string) =>
    rows(sql`update sessions set ${sql.raw(column)} = now() - ${span}::interval where person_id = ${personId}::uuid`);
  const seenAt = async (personId: string) =>
    (await db().select({ at: sessions.seenAt }).from(sessions).where(eq(sessions.personId, personId)))[0]?.at.getTime();
  const list = async (me: SignedIn, hash: string) =>
    (await ownSessions(me, hash)).map(({ browser, here }) => `${browser}${here ? ", here" : ""}`);

  it("get a new token at every sign-in, and the old one opens nothing", async () => {
    const ana = await makePerson("Ana");
    const before = await browserOf(ana);
    const after = await browserOf(ana, before.cookie);
    expect(after.cookie).not.toBe(before.cookie);
    expect([await before.who(), await after.who()]).toEqual([undefined, ana.id]);
  });

  it("of a student end after 30 days without a visit, and 90 days after the sign-in whatever happens", async () => {
    const ana = await makePerson("Ana");
    const browser = await browserOf(ana);
    await ago(ana.id, "seen_at", "29 days 23 hours");
    expect(await browser.who()).toBe(ana.id);
    await ago(ana.id, "seen_at", "30 days 1 minute");
    expect(await browser.who()).toBeUndefined();
    const next = await browserOf(ana);
    const [stored] = await db()
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, await next.hash()));
    expect(((stored?.expiresAt.getTime() ?? 0) - (stored?.createdAt.getTime() ?? 0)) / 86_400_000).toBeCloseTo(90, 3);
    await ago(ana.id, "expires_at", "1 second");
    expect(await next.who()).toBeUndefined();
  });

  it("of who teaches end after 12 hours without a visit and after a week, also when the right to teach came later", async () => {
    const [rivera, late] = [await makeTeacher(), await makePerson("Late")];
    const [hers, his] = [await browserOf(rivera), await browserOf(late)];
    await ago(rivera.id, "seen_at", "11 hours 50 minutes");
    expect(await hers.who()).toBe(rivera.id);
    await ago(rivera.id, "seen_at", "12 hours 1 minute");
    expect(await hers.who()).toBeUndefined();
    await ago(late.id, "created_at", "8 days");
    expect(await his.who()).toBe(late.id);
    await rows(sql`update people set may_teach_since = now() where id = ${late.id}::uuid`);
    expect(await his.who()).toBeUndefined();
  });

  it("of a guest, who has no other way in, last a year of visits", async () => {
    const { person: guest } = await personOrNewGuest(new Request(address));
    const [stored] = await db().select().from(sessions).where(eq(sessions.personId, guest.id));
    expect(((stored?.expiresAt.getTime() ?? 0) - (stored?.createdAt.getTime() ?? 0)) / 86_400_000).toBeCloseTo(365, 3);
  });

  it("do not end while their person answers what was begun in time, for a day at most", async () => {
    const ana = await makePerson("Ana");
    const browser = await browserOf(ana);
    const attempt = await startPractice(ana, await makeQuiz());
    await ago(ana.id, "expires_at", "-1 second");
    await ago(ana.id, "created_at", "90 days");
    const began = (span: string) =>
      db()
        .update(attempts)
        .set({ startedAt: sql`now() - ${span}::interval` })
        .where(eq(attempts.id, attempt));
    await began("1 hour");
    await ago(ana.id, "expires_at", "50 minutes");
    expect(await browser.who()).toBe(ana.id);
    await ago(ana.id, "expires_at", "25 hours");
    expect(await browser.who()).toBeUndefined();
    await ago(ana.id, "expires_at", "2 hours");
    expect(await browser.who()).toBeUndefined();
    await began("3 hours");
    expect(await browser.who()).toBe(ana.id);
    await db()
      .update(attempts)
      .set({ state: "submitted", submittedAt: sql`now() - interval '2 hours'` })
      .where(eq(attempts.id, attempt));
    expect(await browser.who()).toBeUndefined();
  });

  it("write down a visit once in ten minutes, and none that a page's script makes by itself", async () => {
    const ana = await makePerson("Ana");
    const browser = await browserOf(ana);
    await ago(ana.id, "seen_at", "9 minutes");
    const recently = await seenAt(ana.id);
    await browser.who();
    expect(await seenAt(ana.id)).toBe(recently);
    await ago(ana.id, "seen_at", "11 minutes");
    const earlier = (await seenAt(ana.id)) ?? 0;
    await asks(browser.cookie, { "Sec-Fetch-Dest": "empty" }).who();
    expect(await seenAt(ana.id)).toBe(earlier);
    await browser.who();
    expect(await seenAt(ana.id)).toBeGreaterThan(earlier + 10 * 60_000);
  });

  it("are listed to their person alone, in plain words, this one first; over ones are not", async () => {
    const [ana, ben] = [await makePerson("Ana"), await makePerson("Ben")];
    const old = await browserOf(ana, "", "curl/8");
    await ago(ana.id, "expires_at", "2 days");
    const here = await browserOf(ana);
    await browserOf(ana, "", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1");
    const his = await browserOf(ben);
    expect(await list(await here.me(), await here.hash())).toEqual(["Firefox on Windows, here", "Safari on an iPhone"]);
    expect(await list(await his.me(), await his.hash())).toEqual(["Firefox on Windows, here"]);
    expect(await old.who()).toBeUndefined();
    const stored = await db().select().from(sessions).where(eq(sessions.personId, ana.id));
    expect(JSON.stringify(stored)).not.toMatch(/Mozilla|curl/);
    const shown = JSON.stringify(await ownSessions(await here.me(), await here.hash()));
    for (const { tokenHash } of stored) expect(shown).not.toContain(tokenHash);
  });

  it("end one by one or all but this one, and nobody else's by any name", async () => {
    const [ana, ben] = [await makePerson("Ana"), await makePerson("Ben")];
    const [here, phone, tablet] = [await browserOf(ana), await browserOf(ana), await browserOf(ana)];
    const his = await browserOf(ben);
    const names = async (one: typeof here) =>
      (await ownSessions(await one.me(), await one.hash())).map(({ name }) => name);
    const [phoneName] = await names(phone);
    await endOne(await here.me(), phoneName as string);
    expect([await here.who(), await phone.who(), await tablet.who()]).toEqual([ana.id, undefined, ana.id]);
    for (const name of [...(await names(his)), await his.hash(), "", "others"]) await endOne(await here.me(), name);
    await endOthers(await here.me(), await here.hash());
    expect([await here.who(), await tablet.who(), await his.who()]).toEqual([ana.id, undefined, ben.id]);
  });
});
