import { beforeAll, describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("groups at the desk, without JavaScript, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let [ana, ben]: Visitor[] = [];
  let room: string;
  let assignment: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    const made = await makeClass(teacher, "9B");
    room = made.address;
    [ana, ben] = [await join(keyhole, made.code, "Ana"), await join(keyhole, made.code, "Ben")];
    assignment = await assignQuiz(teacher, room, { limitMinutes: "20" });
  });

  const text = (node: Element | undefined | null) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();
  const rowsOf = (caption: string) => {
    const table = [...teacher.page.document.querySelectorAll("table")].find((one) =>
      text(one.querySelector("caption")).startsWith(caption),
    );
    return [...(table?.querySelectorAll("tbody tr") ?? [])].map((row) => [...row.children].map(text).join(" | "));
  };
  const list = () => rowsOf("The groups").map((row) => row.split(" | Rename")[0]);
  const groups = () => teacher.get(`${room}/groups`);
  /** The ticks of the table as drawn, by "Ana in Red". */
  const ticks = () =>
    new Map(
      [...teacher.page.document.querySelectorAll(".tick")].map((label) => [
        text(label),
        label.querySelector("input")?.getAttribute("value") as string,
      ]),
    );
  const tick = (...named: string[]) =>
    teacher.submit("Keep the ticks", { in: named.map((one) => ticks().get(one) ?? `no tick ${one}`) });
  const follow = async (words: RegExp, whose: string) => {
    const row = [...teacher.page.document.querySelectorAll("tr")].find((one) => text(one).startsWith(whose));
    const link = [...(row?.querySelectorAll("a") ?? [])].find((one) => words.test(text(one)));
    await teacher.get(link?.getAttribute("href") ?? `no link ${words} for ${whose}`);
  };

  it("are made with a name of their own, and the page says so where there is none yet", async () => {
    await groups();
    expect(teacher.words).toContain("There is no group yet.");
    await teacher.submit("Make the group", { name: " " });
    expect([teacher.page.status, teacher.words]).toEqual([400, expect.stringContaining("Type a name.")]);
    for (const name of ["Red", "Blue"]) await teacher.submit("Make the group", { name });
    await teacher.submit("Make the group", { name: "RED" });
    expect([teacher.page.status, teacher.words]).toEqual([409, expect.stringContaining("is called RED already")]);
    await groups();
    expect(list()).toEqual(["Blue | nobody yet", "Red | nobody yet"]);
  });

  it("are filled by ticks, and an old page takes nobody out whom it did not know", async () => {
    await groups();
    const old = teacher.page;
    await tick("Ana in Red", "Ana in Blue");
    expect(list()).toEqual(["Blue | Ana", "Red | Ana"]);
    teacher.page = old;
    await tick("Ben in Red");
    expect(list()).toEqual(["Blue | Ana", "Red | Ana, Ben"]);
    await tick("Ana in Red", "Ben in Red");
    expect(list()).toEqual(["Blue | nobody yet", "Red | Ana, Ben"]);
    await teacher.get(`${room}/roster`);
    expect(rowsOf("Students by name").map((row) => row.split(" | ")[1])).toEqual(["Red", "Red"]);
  });

  it("are renamed, removed and brought back with who is in them", async () => {
    await groups();
    await follow(/^Rename/, "Blue");
    await teacher.submit("Rename", { name: "red" });
    expect([teacher.page.status, teacher.words]).toEqual([409, expect.stringContaining("is called red already")]);
    await teacher.submit("Rename", { name: "Green" });
    expect(list()).toEqual(["Green | nobody yet", "Red | Ana, Ben"]);
    await teacher.submit("Remove Red");
    expect(list()).toEqual(["Green | nobody yet"]);
    await teacher.submit("Make the group", { name: "Red" });
    await teacher.submit("Bring back Red");
    expect([teacher.page.status, teacher.words]).toEqual([409, expect.stringContaining("Another group is called Red")]);
    await teacher.submit("Bring back under this name", { name: "Red table" });
    expect(list()).toEqual(["Green | nobody yet", "Red | nobody yet", "Red table | Ana, Ben"]);
  });

  it("come from a list that names them, for new students and those who are there", async () => {
    await teacher.get(`${room}/roster/import`);
    await teacher.submit("Show what would happen", { list: "name,group\nAna,Green\nCem,Yellow" });
    expect(rowsOf("Each row")).toEqual([
      expect.stringContaining("2 | Ana | somebody in the class has this name already; comes into the group Green"),
      "3 | Cem | is added; comes into the group Yellow",
    ]);
    expect(teacher.words).toContain("1 new group (Yellow)");
    await teacher.submit("Agree: add them all");
    expect(teacher.words).toContain("Everybody for whom the list names a group is in it.");
    await groups();
    expect(list()).toEqual(["Green | Ana", "Red | nobody yet", "Red table | Ana, Ben", "Yellow | Cem"]);
    await teacher.get(`${room}/roster/import`);
    await teacher.submit("Show what would happen", { list: "name,group\nBen,Green" });
    await teacher.submit("Agree: put them in their groups");
    expect([teacher.page.status, text(teacher.page.document.querySelector("h1"))]).toEqual([200, "Groups filled"]);
  });

  it("get an exception that says in words what it is, and that the student reads before the start", async () => {
    await teacher.get(`${assignment}/overrides`);
    await follow(/^Make an exception/, "Green");
    await teacher.submit("Keep the exception", { spoken: "tulip", noPassword: "on" });
    expect([teacher.page.status, teacher.words]).toEqual([400, expect.stringContaining("or tick below")]);
    expect(teacher.page.html).toContain("tulip");
    await teacher.submit("Keep the exception", { spoken: "", noPassword: "on", limitMinutes: "35" });
    const said = () => rowsOf("Groups").find((row) => row.startsWith("Green")) ?? "";
    expect(said()).toContain("35 minutes from the start");
    expect(said()).toContain("no password needed");
    expect(rowsOf("Students").map((row) => row.split(" | ").slice(0, 2))).toEqual([
      ["Ana", "as the group Green"],
      ["Ben", "as the group Green"],
      ["Cem", "none"],
    ]);
    const mine = assignment.replace("/teach", "");
    for (const student of [ana, ben]) {
      await student?.get(mine);
      expect(student?.words).toContain("35 minutes from when you start");
    }
    await follow(/^Make an exception/, "Ana");
    expect(teacher.words).toContain("Ana is in the group Green, which has an exception: 35 minutes from the start");
    await teacher.get(`${assignment}/overrides`);
    await teacher.submit("Remove the exception of Green");
    await ana?.get(mine);
    expect(ana?.words).toContain("20 minutes from when you start");
    await teacher.submit("Bring back the exception of Green");
    expect(said()).toContain("35 minutes from the start");
  });
});
