import { beforeAll, describe, expect, it } from "vitest";
import { play, sendAnswer, solution } from "../playing";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

const names = ["Zebulon", "Xanthippe", "Quirin", "Wilhelmine"];

describe.each(engines)("a class that is watched, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let students: Visitor[];
  let assignment: string;
  let ids: string[];
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    students = [];
    for (const name of names) students.push(await join(keyhole, code, name));
    assignment = await assignQuiz(teacher, address, { dueAt: "", limitMinutes: "30" });
    await teacher.get(`${address}/roster`);
    ids = [...new Set([...teacher.page.html.matchAll(/\/roster\/([0-9a-f-]{36})\//g)].map(([, id]) => id as string))];
  });

  const at = (student: Visitor | undefined, more = "") =>
    (student as Visitor).get(`${assignment.replace("/teach", "")}${more}`);
  const start = async (student: Visitor | undefined) => {
    await at(student);
    await student?.submit("Start");
    return new URL(student?.page.url ?? "").pathname.split("/").slice(0, 3).join("/");
  };
  const rowOf = (name: string) =>
    [...teacher.page.document.querySelectorAll("[data-part=rows] tr")].find((one) => one.textContent?.includes(name));
  const wordsOf = (name: string) => rowOf(name)?.textContent?.replace(/\s+/g, " ") ?? "";

  it("is one page with a row a student, which students cannot open", async () => {
    await teacher.get(`${assignment}/live`);
    expect(teacher.page.status).toBe(200);
    for (const name of names) expect(wordsOf(name)).toContain("not started");
    expect(teacher.page.html).toContain('http-equiv="refresh"');
    expect((await (students[0] as Visitor).fetch(`${assignment}/live/rows`)).status).toBe(404);
  });

  /** The versions of the rows as they are to stand. */
  const orderOf = (html: string) => /data-order="([^"]*)"/.exec(html)?.[1]?.split(" ") ?? [];

  it("sends what changed and only that, and 304 when nothing did", async () => {
    const first = await teacher.fetch(`${assignment}/live/rows`);
    const tag = first.headers.get("ETag") ?? "";
    const html = await first.text();
    expect([...html.matchAll(/<th scope="row">/g)]).toHaveLength(names.length);
    const same = await teacher.fetch(`${assignment}/live/rows`, { headers: { "If-None-Match": tag } });
    expect([same.status, await same.text()]).toEqual([304, ""]);
    const have = [...html.matchAll(/data-v="([^"]+)"/g)].map(([, version]) => version).join(".");
    const attempt = await start(students[0]);
    await sendAnswer(students[0] as Visitor, attempt, "live-page", 1, "a");
    const begun = await teacher.fetch(`${assignment}/live/rows?known=${have}`, { headers: { "If-None-Match": tag } });
    const now = await begun.text();
    expect([begun.status, begun.headers.get("Cache-Control")]).toEqual([200, "private, no-cache"]);
    const haveNow = orderOf(now).join(".");
    await sendAnswer(students[0] as Visitor, attempt, "live-page", 6, "a");
    const later = await (await teacher.fetch(`${assignment}/live/rows?known=${haveNow}`)).text();
    expect(orderOf(later)).toHaveLength(names.length);
    expect(orderOf(later).filter((version) => haveNow.includes(version))).toHaveLength(names.length - 1);
    expect([...later.matchAll(/<th scope="row">/g)]).toHaveLength(1);
    expect(later).toContain(names[0]);
  });

  it("helps from the row: five minutes at once, a new PIN, and back again", async () => {
    await teacher.get(`${assignment}/live`);
    expect(wordsOf("Zebulon")).toContain("on ");
    await teacher.submit("+5 min for Zebulon");
    expect(new URL(teacher.page.url).pathname).toBe(`${assignment}/live`);
    const attempt = rowOf("Zebulon")?.querySelector("th a")?.getAttribute("href") ?? "";
    await teacher.get(attempt);
    expect(teacher.words).toContain("Ms Rivera added 5 minutes");
    await teacher.get(`${assignment}/live`);
    const pin = [...(rowOf("Quirin")?.querySelectorAll("a") ?? [])].find((one) => one.textContent?.includes("new PIN"));
    await teacher.get(pin?.getAttribute("href") ?? "");
    await teacher.submit("Make a new PIN");
    expect(teacher.words).toMatch(/\d{3} \d{3}/);
    const back = [...teacher.page.document.querySelectorAll("a")].find((one) =>
      /live view/.test(one.textContent ?? ""),
    );
    expect(back?.getAttribute("href")).toBe(`${assignment}/live`);
  });

  it("stands on the wall without a name, an id or a key in any byte, however it is looked at", async () => {
    for (const student of [students[1], students[3]]) {
      await start(student);
      await play(student as Visitor, solution);
    }
    const bytes: string[] = [];
    for (const question of [1, 2, 3, 14])
      for (const look of ["", "&running=1", "&show=1", "&running=1&show=1"])
        for (const place of ["projector", "projector/now"]) {
          const response = await teacher.fetch(`${assignment}/${place}?question=${question}${look}`);
          bytes.push(JSON.stringify([...response.headers]), await response.text());
        }
    const all = bytes.join("\n");
    for (const told of [...names, ...ids]) expect(all.includes(told)).toBe(false);
    expect(all).toContain("keeps its answers back");
    expect(all).not.toContain('class="said is-right"');
    expect(all).toContain("3 answers are needed");
  });

  it("votes, sees how it stands, and votes again beside it", async () => {
    await teacher.get(`${assignment}/projector?question=1`);
    await teacher.submit("Ask the class now");
    expect(teacher.words).toContain("Vote 1, open now");
    const three = [students[0], students[1], students[3]];
    for (const [index, student] of three.entries()) {
      await student?.get("/me");
      expect(student?.words).toContain("Your teacher asks 9B");
      await at(student);
      expect(student?.words).toContain("Your teacher asks 9B");
      await at(student, "/vote");
      expect(student?.page.html).not.toContain("said is-right");
      const options = [...(student?.page.document.querySelectorAll("[name=q1]") ?? [])].map(
        (one) => one.getAttribute("value") ?? "",
      );
      await student?.submit("Send the answer", { q1: options.sort()[index === 0 ? 0 : 1] as string });
      expect(student?.words).toContain("Your answer is in");
    }
    await teacher.get(`${assignment}/projector?question=1`);
    expect(teacher.words).toContain("3 answers");
    expect(teacher.page.html).not.toContain('class="tally"');
    await teacher.submit("Close the vote");
    const counts = () =>
      [...teacher.page.document.querySelectorAll(".tally .num")].map((one) => Number(one.textContent));
    expect(counts().reduce((sum, one) => sum + one, 0)).toBe(3);
    await at(students[0], "/vote");
    expect(students[0]?.words).toContain("Nothing is being asked just now");
    await teacher.submit("Vote again");
    await at(students[0], "/vote");
    expect(students[0]?.words).toContain("for the second time");
    await teacher.submit("Close the vote");
    expect(teacher.words).toMatch(/Vote 1 .*Vote 2/);
    for (const told of [...names, ...ids]) expect(teacher.page.html.includes(told)).toBe(false);
  });
});
