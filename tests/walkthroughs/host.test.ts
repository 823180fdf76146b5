import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { play, solution } from "../playing";
import { withKeyhole, withSql } from "../running";
import { assignQuiz, join, makeClass, openSchool, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("the pages for who runs the installation, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let school: Awaited<ReturnType<typeof openSchool>>;
  beforeAll(async () => {
    school = await openSchool(keyhole);
  });
  const meanOf = async (teacher: Visitor) => {
    await teacher.get(`/teach/classes/${school.ids.class}/gradebook`);
    const row = [...teacher.page.document.querySelectorAll("tr")].find((one) =>
      /mean|average/i.test(one.textContent ?? ""),
    );
    return row?.textContent?.replace(/\s+/g, " ");
  };

  it("say what goes and what stays, delete nobody whose name was not typed, and then keep the numbers of the class", async () => {
    const { host, teacher, student } = school.people;
    await host.get("/host?name=Ana");
    expect(host.words).toContain("Ana");
    await host.get(host.page.document.querySelector("a[href$='/deletion']")?.getAttribute("href") ?? "");
    expect(host.words).toContain("every word that they typed into an answer");
    expect(host.words).toContain("1 quiz that was handed in for a class");
    expect(host.words).toContain("admin -- export");
    const address = new URL(host.page.url).pathname;
    await host.submit("Delete for good", { name: "Anna" });
    expect(host.page.status).toBe(400);
    expect(host.words).toContain("That is not the name. Nothing was deleted.");
    expect(host.page.document.querySelector("#name")?.getAttribute("value")).toBe("Anna");
    expect((await student.fetch("/me")).status).toBe(200);
    const before = await meanOf(teacher);
    await host.get(address);
    await host.submit("Delete for good", { name: " Ana " });
    expect(host.words).toContain("Deleted. The marks count on in their classes, under a number.");
    expect((await student.fetch("/me")).headers.get("Location")).toContain("/sign-in");
    expect((await host.fetch(address)).status).toBe(404);
    expect(await meanOf(teacher)).toBe(before);
    expect(teacher.words).toContain("Deleted student 1");
    expect(teacher.words).not.toMatch(/\bAna\b/);
    await teacher.get(`/teach/classes/${school.ids.class}/roster`);
    expect(teacher.words).toContain("Their marks count on in the reports of the class.");
    await teacher.submit(/^Take out of the reports/);
    await teacher.get(`/teach/classes/${school.ids.class}/gradebook`);
    expect(teacher.words).not.toContain("Deleted student");
    await host.get("/host/audit");
    expect(host.words).toContain("deleted a person");
  });

  it("set how long things are kept, show before what would go, and refuse what is no time with what was typed", async () => {
    const { host } = school.people;
    await host.get("/host/retention");
    expect(host.words).toContain("Nobody has set this yet");
    const again = () => host.get("/host/retention").then(() => host.words);
    await expect.poll(again, { timeout: 120_000 }).toMatch(/Last done \w+day.*\)\./);
    await host.get("/host/retention?guestDays=1&classMonths=6&auditMonths=1");
    expect(host.words).toContain("Nothing was changed yet.");
    await host.submit("Keep things so long", { guestDays: "0", classMonths: "5", auditMonths: "many" });
    expect(host.page.status).toBe(400);
    expect(host.words).toContain("Type a whole number from 6 to 120, or nothing.");
    expect(host.words).toContain("Type a whole number from 1 to 365, or nothing.");
    expect(host.page.document.querySelector("#auditMonths")?.getAttribute("value")).toBe("many");
    await host.submit("Keep things so long", { guestDays: "14", classMonths: "12", auditMonths: "" });
    expect(host.words).toContain("Set ");
    const field = (name: string) => host.page.document.querySelector(`#${name}`)?.getAttribute("value");
    expect(["guestDays", "classMonths", "auditMonths"].map(field)).toEqual(["14", "12", ""]);
  });

  it("give a person all that is stored about them in one press, as one page that loads nothing, and as JSON of the same", async () => {
    const { classmate } = school.people;
    await classmate.get("/me");
    const link = [...classmate.page.document.querySelectorAll("a")].find((one) =>
      one.textContent?.includes("Save all that is stored"),
    );
    const answer = await classmate.fetch(link?.getAttribute("href") ?? "");
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; filename="keyhole-[\d-]+\.html"/);
    const html = await answer.text();
    const { document } = parseHTML(html);
    expect([...document.querySelectorAll("script, link, img, iframe, [src], [href]")]).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|style="/);
    const { tables } = (await (await classmate.fetch("/me/export")).json()) as {
      tables: Record<string, { rows: unknown[] }>;
    };
    // Taking the first file was written down, so the second has one line more.
    for (const [name, { rows }] of Object.entries(tables)) {
      const told = document.querySelectorAll(`[data-table="${name}"] tbody tr`).length;
      expect([name, told]).toEqual([name, rows.length - (name === "auditLog" ? 1 : 0)]);
    }
    expect(document.querySelector("h1")?.textContent).toContain("Ben");
    expect([...document.querySelectorAll("h2")].length).toBeGreaterThan(3);
  });
});

describe("the commands about people", () => {
  const keyhole = withKeyhole("postgres");
  const sql = withSql(keyhole);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-admin-"));
  const admin = (args: string[], typed = "") =>
    new Promise<string>((resolve) => {
      const command = path.resolve("app/commands/admin.ts");
      const running = execFile(
        process.execPath,
        ["--import", "tsx", command, ...args],
        { env: { ...process.env, ...keyhole.env, NODE_ENV: "test" } },
        (_error, out, said) => resolve(out + said),
      );
      running.stdin?.end(`${typed}\n`);
    });

  it("write somebody’s files, delete them once their name was typed, and remove what is past its time", async () => {
    const teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    const given = await assignQuiz(teacher, address);
    const ana = await join(keyhole, code, "Ana");
    await ana.get(given.replace("/teach", ""));
    await ana.submit("Start");
    await play(ana, solution);
    const [{ id } = { id: "" }] = await sql`select person_id as id from enrolments where name = 'Ana'`;
    const said = await admin(["export", id, folder]);
    const files = fs.readdirSync(folder).sort();
    expect([said.includes("Written"), files.map((one) => one.split(".").at(-1))]).toEqual([true, ["html", "json"]]);
    for (const file of files) {
      expect(fs.readFileSync(path.join(folder, file), "utf8")).toContain("Ana");
      expect(fs.statSync(path.join(folder, file)).mode & 0o077).toBe(0);
    }
    expect(await admin(["delete", id], "Anna")).toContain("That is not the name. Nothing was deleted.");
    expect(await admin(["delete", id], "Ana")).toContain("Deleted.");
    expect(await sql`select name from enrolments where person_id = ${id}`).toMatchObject([
      { name: "Deleted student 1" },
    ]);
    expect(await admin(["delete", "ms-rivera@school.test"], "Ms Rivera")).toContain(
      "Somebody else has to, first. Nothing was deleted.",
    );
    expect(await admin(["retention"])).toContain("Nothing is past its time.");
    await sql`insert into throttles (key, points, expire) values ('over', 1, 1)`;
    expect(await admin(["retention"])).toContain("Removed: 1 throttles.");
    fs.rmSync(folder, { recursive: true });
  });
});
