import { beforeAll, describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { inviteTeacher, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";
import { writeChoice } from "../writing";

describe.each(engines)("a teacher looks after the bank without JavaScript on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let colleague: Visitor;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    colleague = await inviteTeacher(keyhole, teacher, "Mr Other");
  });

  it("finds the course's questions, reads one as a student meets it with all that is behind it, and copies it", async () => {
    await teacher.get("/teach");
    expect(teacher.page.document.querySelector('a[href="/teach/items"]')).not.toBeNull();
    await teacher.get("/teach/items");
    await teacher.submit("Look", { words: "muscular", interaction: "hotspot", owner: "course" });
    const link = teacher.page.document.querySelector('tbody a[href^="/teach/items/"]');
    expect(teacher.words).toContain("1 question found");
    await teacher.get(link?.getAttribute("href") ?? "");
    expect(teacher.page.document.querySelectorAll('.item input[type="radio"]').length).toBe(9);
    for (const said of ["part of the course", "Misconception:", "L3.O3", "Read", "Versions", "not measured yet"])
      expect(teacher.words).toContain(said);
    expect(teacher.words).not.toContain("Change it");
    await teacher.submit("Make a copy of it");
    expect(teacher.words).toContain("Draft");
    expect(teacher.words).toContain("Copied from");
    await teacher.submit("Make it ready");
    expect(teacher.words).toContain("Ready");
  });

  it("stores a draft, is shown what to mend before it can be used, mends it and makes it ready", async () => {
    const id = await writeChoice(teacher, "Who reads a postcard on its way?", { explanation: "" });
    expect(teacher.words).toContain("There is no explanation");
    await teacher.submit("Make it ready");
    expect(teacher.page.status).toBe(422);
    expect(teacher.words).toContain("Not ready yet");
    await colleague.get(`/teach/items/${id}`);
    expect(colleague.page.status).toBe(404);
    await teacher.get(`/teach/items/${id}/edit`);
    await teacher.submit("Save", { explanation: "It has no envelope.", objective: ["L1.O1"], tags: "post, week 1" });
    await teacher.submit("Make it ready");
    expect(teacher.words).toContain("Choice · Ready · yours");
    await colleague.get(`/teach/items/${id}`);
    expect(colleague.page.status).toBe(200);
    expect(colleague.words).not.toContain("Change it");
  });

  it("keeps what is in use free of what is to mend", async () => {
    const id = await writeChoice(teacher, "In use and good");
    await teacher.submit("Make it ready");
    await teacher.get(`/teach/items/${id}/edit`);
    await teacher.submit("Save", { explanation: "", change: "words" });
    expect(teacher.page.status).toBe(422);
    expect(teacher.words).toContain("There is no explanation");
    await teacher.get(`/teach/items/${id}`);
    expect(teacher.words).toContain("A postcard has no envelope.");
  });

  it("opens a question to a colleague, who changes it; the history says who", async () => {
    const id = await writeChoice(teacher, "Written by two", { shared: "on" });
    await colleague.get(`/teach/items/${id}/edit`);
    await colleague.submit("Save", { stem: "Written by two, mended" });
    expect(colleague.words).toContain("Version 2: Mr Other");
    expect(colleague.words).toContain("Version 1: Ms Rivera");
  });

  it("tags, retires and brings back many at once, and is told what happened", async () => {
    const ids = [await writeChoice(teacher, "Bulk one"), await writeChoice(teacher, "Bulk two")];
    await teacher.get("/teach/items?words=bulk&owner=mine");
    await teacher.submit("Add the tag", { item: ids, tag: "autumn" });
    expect(teacher.words).toContain("Tagged: 2 questions.");
    await teacher.get("/teach/items?tag=autumn");
    expect(teacher.words).toContain("2 questions found");
    await teacher.submit("Take the tag away", { item: ids.slice(0, 1), tag: "autumn" });
    expect(teacher.words).toContain("1 question found");
    await teacher.get("/teach/items?words=bulk");
    await teacher.submit("Make ready", { item: ids });
    expect(teacher.words).toContain("Ready now: 2 questions.");
    await teacher.submit("Retire", { item: ids });
    expect(teacher.words).toContain("Retired");
    expect(teacher.words).toContain("No question is like this");
    await teacher.get("/teach/items?words=bulk&state=retired");
    await teacher.submit("Bring back", { item: ids });
    expect(teacher.words).toContain("Back in the bank: 2 questions.");
    await teacher.get(`/teach/items/${ids[0]}`);
    await teacher.submit("Retire it");
    expect(teacher.words).toContain("Retired: it keeps its place in quizzes");
    await teacher.submit("Bring it back");
    expect(teacher.words).toContain("Ready");
  });

  it("changes nothing of others by a forged form, and answers what is no form with a 4xx", async () => {
    const id = await writeChoice(teacher, "Not to be touched");
    const forged = new URLSearchParams([
      ["item", id],
      ["item", "L1.Q01"],
      ["tag", "forged"],
    ]);
    for (const address of ["tags", "tags/removal", "readiness", "retirement", "return"])
      expect((await colleague.fetch(`/teach/items/${address}`, { method: "POST", body: forged })).status).toBe(302);
    await teacher.get(`/teach/items/${id}`);
    expect(teacher.words).toContain("Draft");
    expect(teacher.words).not.toContain("forged");
    const posts: [string, RequestInit["body"], Record<string, string>?][] = [
      ["new?type=choice", "hello", { "Content-Type": "text/plain" }],
      ["new?type=nothing", new URLSearchParams()],
      ["new?type=constructor", new URLSearchParams()],
      ["new?type=choice", new URLSearchParams()],
      [
        "new?type=choice",
        new URLSearchParams([
          ["stem", "\0"],
          ["body.options", "__proto__"],
          ["read", "x/y"],
        ]),
      ],
      [
        "new?type=choice",
        new URLSearchParams([
          ["stem", "x".repeat(30_000)],
          ["body.max", "1e99"],
          ["objective", "L9"],
        ]),
      ],
      [
        `${id}/edit`,
        new URLSearchParams([
          ["madeFrom", "-1"],
          ["more", "__proto__"],
          ["difficulty", "none"],
          ["show", ""],
        ]),
      ],
      [
        `${id}/edit`,
        new URLSearchParams([
          ["madeFrom", "99999999999999999999"],
          ["change", "both"],
        ]),
      ],
      ["tags", new URLSearchParams()],
      [
        "tags",
        new URLSearchParams([
          ["item", "a\0b"],
          ["tag", "a,b"],
        ]),
      ],
      ["no-such/retirement", new URLSearchParams()],
    ];
    for (const [address, body, headers] of posts) {
      const response = await teacher.fetch(`/teach/items/${address}`, { method: "POST", body, headers } as RequestInit);
      await response.text();
      const shownAgain = body instanceof URLSearchParams && body.has("show");
      expect([
        address,
        String(body).slice(0, 60),
        response.status >= (shownAgain ? 200 : 400) && response.status < 500,
      ]).toEqual([address, String(body).slice(0, 60), true]);
    }
    for (const search of [
      "page=-1",
      "page=1e9",
      "state=x&words=%25%27%22",
      "from=1&to=x",
      "tag=%27%3Bdrop",
      "quiz=a&quiz=b",
    ])
      expect([search, (await teacher.fetch(`/teach/items?${search}`)).status]).toEqual([search, 200]);
    expect((await teacher.fetch("/teach/items/new?type=x")).status).toBe(404);
    expect((await teacher.fetch(`/teach/items/${"9".repeat(300)}`)).status).toBe(404);
  });
});
