import { beforeAll, describe, expect, it } from "vitest";
import { readChecks } from "~/lessons/quiz-file.server";
import { idsOf } from "~/lessons/tree";
import { lessons } from "../course";
import { words } from "../playing";
import { withKeyhole } from "../running";
import { join, makeClass, signUp } from "../school";
import { Visitor } from "../visitor";

const [lesson] = lessons as [(typeof lessons)[number]];
const address = `/lessons/${lesson.slug}`;
/** What is said to right answers and why they are right: on no paper of a student. */
const secrets = readChecks("content")
  .filter(({ id }) => lesson.sections.some(({ tree }) => idsOf(tree, "kh-check").includes(id)))
  .map(({ explanation }) => explanation.replace(/[*_`]/g, "").slice(0, 60));

describe("a lesson in pages", () => {
  const keyhole = withKeyhole("embedded");
  let teacher: Visitor;
  let student: Visitor & { pin: string };
  let code: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    ({ code } = await makeClass(teacher, "9B"));
    student = await join(keyhole, code, "Ana");
  });
  const links = ({ page }: Visitor, within: string) =>
    [...page.document.querySelectorAll(`${within} a`)].map((one) => one.getAttribute("href"));
  const all = lesson.sections.map(({ slug }) => `${address}/${slug}`);

  it("has a table of contents, and on each page the way to every other one, with what was read", async () => {
    await student.get(address);
    expect(links(student, ".toc").slice(0, all.length)).toEqual(all);
    for (const [index, one] of all.entries()) {
      await student.get(one);
      expect(links(student, ".rail")).toEqual(all);
      expect(student.page.document.querySelector(".rail [aria-current]")?.getAttribute("href")).toBe(one);
      expect(student.page.document.querySelectorAll(".rail .done, .rail [aria-current]").length).toBe(index + 1);
      await student.submit(/^(Next:|Done\.)/);
    }
    await student.get(address);
    expect(student.words.match(/not read yet/g)).toBeNull();
  });

  it("goes on at the page after the last one that was read, on another device too", async () => {
    const reader = await join(keyhole, code, "Ben");
    await reader.get(all[0] as string);
    await reader.submit(/^Next:/);
    await reader.submit(/^Next:/);
    const device = new Visitor(keyhole);
    await device.get(`/join/${code}`);
    await device.submit("Sign in with the PIN", { name: "Ben", pin: reader.pin });
    await device.get("/");
    expect(links(device, "main .hero")).toContain(all[2]);
    await device.get(address);
    expect(device.page.document.querySelector("a.btn.go")?.getAttribute("href")).toBe(all[2]);
  });

  it("is a handout for its teacher with and without the key, with nobody’s answers on it, and never with the key for a student", async () => {
    expect(secrets.length).toBeGreaterThan(0);
    const holds = (visitor: Visitor) => secrets.filter((secret) => words(visitor.page.document.body).includes(secret));
    await teacher.get(address);
    expect(teacher.words).toContain("Handout, with and without key");
    await teacher.get(`/teach${address}/handout`);
    expect(holds(teacher)).toEqual([]);
    for (const { heading } of lesson.sections) expect(teacher.words).toContain(heading);
    await teacher.get(`/teach${address}/handout?key=1`);
    expect(holds(teacher)).toEqual(secrets);
    expect(teacher.page.document.querySelectorAll(".sheet-of-keys .is-right").length).toBeGreaterThan(0);
    expect(teacher.page.document.querySelectorAll("main input[checked]")).toHaveLength(0);
    for (const one of [`${address}/print`, `${address}/print?key=1`]) {
      await student.get(one);
      expect([student.page.status, holds(student)]).toEqual([200, []]);
    }
    expect((await student.fetch(`/teach${address}/handout?key=1`)).status).toBe(404);
  });
});
