import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rows } from "~/db.server";
import { setPassword, signUp } from "~/models/account.server";
import { studentsPerPage } from "~/models/list-page";
import { type FilledClass, fill } from "../bench/fill";
import { rowsIn } from "../bench/measure";
import { studentOf } from "../counted/counted";
import { startPrefilled } from "../prefilled";
import { withKeyhole, withSql } from "../running";
import { Visitor } from "../visitor";

const password = "a long enough password";
const students = 2 * studentsPerPage + 10;
/** Of the filled class every tenth has not begun, from the third on; this is the last one by name. */
const late = 503;

describe("the live view of a year group, without JavaScript", () => {
  let year: FilledClass;
  let moving: FilledClass;
  let edge: FilledClass;
  const keyhole = withKeyhole("postgres", () => startPrefilled("postgres", fillYear));
  const stored = withSql(keyhole);

  const all = ({ page }: Visitor, selector: string) => [...page.document.querySelectorAll(selector)];
  const names = (who: Visitor) => all(who, "[data-part=rows] th").map(({ textContent }) => textContent ?? "");
  const counts = (who: Visitor) => all(who, "[data-part=counts] dd").map(({ textContent }) => Number(textContent));
  const figures = (who: Visitor) =>
    all(who, "[data-part=counts], [data-part=first], [data-part=heads]").map(({ textContent }) => textContent);
  const tickOf = (who: Visitor) => all(who, "[data-live]")[0]?.getAttribute("data-live") ?? "";
  const turned = (who: Visitor) => all(who, "nav[aria-label='Pages of the list'] [aria-current]");
  const linkTo = (who: Visitor, part: string, words: string) =>
    all(who, `${part} a`)
      .find(({ textContent }) => textContent?.startsWith(words))
      ?.getAttribute("href") ?? "";
  const atLive = ({ assignment }: FilledClass, more = "") => `/teach/assignments/${assignment}/live${more}`;

  it("comes in pages by links, each student once, with counts and who needs help first of everybody", async () => {
    const teacher = await signedIn("teacher");
    await teacher.get(atLive(year));
    const first = figures(teacher);
    expect(counts(teacher)).toEqual([0, 0, 459, 51, 0]);
    // What a tick draws anew gets the focus back by its id.
    const links = all(teacher, "[data-part] :is(a, button, summary)");
    expect([links.length > studentsPerPage, links.filter(({ id }) => !id)]).toEqual([true, []]);
    const seen = [names(teacher)];
    for (const page of [2, 3]) {
      await teacher.get(linkTo(teacher, "nav[aria-label='Pages of the list']", "On"));
      expect(new URL(teacher.page.url).search).toBe(`?page=${page}`);
      expect(turned(teacher).map(({ textContent }) => textContent)).toEqual(Array(2).fill(`Page ${page} of 3`));
      expect(teacher.page.document.querySelector("title")?.textContent).toContain(`page ${page} of 3`);
      expect(figures(teacher)).toEqual(first);
      // One whose address ends with a place in the page: without an address of its own Chromium would not load it anew.
      expect(new URL(teacher.page.url).hash).toBe("#rows");
      const [refresh] = all(teacher, "noscript meta[http-equiv=refresh]");
      expect(refresh?.getAttribute("content")).toBe(`10; url=${atLive(year, `?page=${page}`)}`);
      seen.push(names(teacher));
    }
    expect(seen.map(({ length }) => length)).toEqual([studentsPerPage, studentsPerPage, 10]);
    expect(new Set(seen.flat()).size).toBe(students);
    expect(teacher.words).toContain(`Students ${2 * studentsPerPage + 1} to ${students} of ${students}`);
    expect(teacher.words).toContain("453 more are at the top of the table, from page 1 on.");
    await teacher.get(atLive(year, "?page=900"));
    expect(turned(teacher)[0]?.textContent).toBe("Page 3 of 3");
  });

  it("leads from any page to the row of who needs help, and from a row's forms back to its page", async () => {
    const teacher = await signedIn("teacher");
    for (const page of [1, 3]) {
      await teacher.get(atLive(year, `?page=${page}`));
      await teacher.get(linkTo(teacher, "[data-part=first]", "Student 6"));
      const row = teacher.page.document.getElementById(new URL(teacher.page.url).hash.slice(1));
      expect(row?.querySelector("th")?.textContent).toBe("Student 6");
    }
    await teacher.get(atLive(year, "?page=2"));
    const [name] = names(teacher);
    await teacher.submit(`+5 min for ${name}`);
    expect(teacher.page.url).toContain(atLive(year, "?page=2"));
    expect(names(teacher)).toContain(name);
  });

  it("says in a tick how long somebody on another page has been quiet, when nothing else is new", async () => {
    const teacher = await signedIn("teacher");
    await teacher.get(atLive(year, "?page=2"));
    const person = linkTo(teacher, "[data-part=first]", "Student 7").split("#s")[1] as string;
    const tick = `${tickOf(teacher)}&known=${rowsIn(teacher.page.html).join(".")}`;
    const before = await teacher.fetch(tick);
    const quiet = /Student 7<.*?Nothing for (\d+ \w+)/s;
    const [, days] = quiet.exec(await before.text()) ?? [];
    const again = { headers: { "If-None-Match": before.headers.get("ETag") ?? "" } };
    expect((await teacher.fetch(tick, again)).status).toBe(304);
    await stored`update responses set made_at = made_at - interval '50 hours' where attempt_id in
      (select id from attempts where person_id = ${person} and assignment_id = ${year.assignment})`;
    await stored`update attempts set started_at = started_at - interval '50 hours', revision = revision + 1
      where person_id = ${person} and assignment_id = ${year.assignment}`;
    const after = await teacher.fetch(tick, again);
    expect([after.status, days, quiet.exec(await after.text())?.[1]]).toEqual([200, "3 days", "5 days"]);
  });

  it("draws in a tick only what is new of the page that is shown, also when a row comes from another page", async () => {
    const teacher = await signedIn("teacher");
    await teacher.get(atLive(moving, "?page=2"));
    const was = rowsIn(teacher.page.html);
    const tick = `${tickOf(teacher)}&known=${was.join(".")}`;
    expect(tick.length).toBeLessThan(6000);
    const same = await teacher.fetch(tick);
    const tag = same.headers.get("ETag") ?? "";
    const html = await same.text();
    expect([rowsIn(html), html.includes('<th scope="row"')]).toEqual([was, false]);
    expect((await teacher.fetch(tick, { headers: { "If-None-Match": tag } })).status).toBe(304);
    const student = await signedIn("late");
    await student.get(`/assignments/${moving.assignment}`);
    await student.submit("Start");
    const later = await (await teacher.fetch(tick, { headers: { "If-None-Match": tag } })).text();
    expect(rowsIn(later).filter((version) => !was.includes(version))).toHaveLength(1);
    expect([...later.matchAll(/<th scope="row">/g)]).toHaveLength(1);
    expect(later).toContain(`Student ${late}</a>`);
    expect(rowsIn(later)).toHaveLength(studentsPerPage);
    await teacher.get(tickOf(teacher));
    expect(counts(teacher)).toEqual([0, 1, 459, 50, 0]);
  });

  it("has no pages for who fits on one, and loads anew when their number changes", async () => {
    const teacher = await signedIn("teacher");
    await teacher.get(atLive(edge, "?page=2"));
    const parts = (html: string) => [...html.matchAll(/data-part="([^"]+)"/g)].map(([, part]) => part);
    const [shown, tick] = [parts(teacher.page.html), tickOf(teacher)];
    expect(names(teacher)).toHaveLength(1);
    expect(parts(await (await teacher.fetch(tick)).text())).toEqual(shown);
    await teacher.get(`/teach/classes/${edge.class}/roster`);
    await teacher.submit("Remove Student 7");
    // The script loads the page anew for a part that is not there.
    const after = parts(await (await teacher.fetch(tick)).text());
    expect(after.filter((part) => !shown.includes(part))).toEqual(["page 1 of 1"]);
    await teacher.get(atLive(edge, "?page=2"));
    expect([names(teacher).length, turned(teacher), tickOf(teacher)]).toEqual([250, [], atLive(edge, "/rows")]);
    expect(teacher.page.html).not.toContain("from page 1 on");
    expect(parts(await (await teacher.fetch(atLive(edge, "/rows"))).text())).toEqual(parts(teacher.page.html));
  });

  async function signedIn(login: string): Promise<Visitor> {
    const visitor = new Visitor(keyhole);
    await visitor.get("/sign-in");
    await visitor.submit("Sign in", { login, password });
    return visitor;
  }

  /** What was done lies three and a half days back, so that nobody's standing changes by the clock. */
  async function fillYear(): Promise<void> {
    const teacher = await signUp(null, { name: "A teacher", login: "teacher", password, teach: true });
    if (typeof teacher === "string") throw new Error(teacher);
    const plan = { teacher: teacher.id, questions: 3, goes: 1, running: true };
    [year, moving, edge] = (await fill([
      { ...plan, name: "Year", students },
      { ...plan, name: "Moving", students },
      { ...plan, name: "Edge", students: studentsPerPage + 1 },
    ])) as [FilledClass, FilledClass, FilledClass];
    await rows(sql`update attempts set started_at = started_at - interval '84 hours'`);
    await rows(sql`update responses set made_at = made_at - interval '84 hours'`);
    await setPassword(studentOf(moving.class, late), "late", password);
  }
});
