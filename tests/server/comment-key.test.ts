import fs from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { withKeyhole } from "../running";
import { join, makeClass, signUp } from "../school";
import { Visitor } from "../visitor";

const comments: { id: string; paraphrase: string; why: string; ask?: string }[] = parse(
  fs.readFileSync("content/comments.yaml", "utf8"),
);
const lessons = fs.readdirSync("content/lessons").map((name) => name.replace(".md", ""));
const notes = "/teach/lessons/requests-and-direct-access/notes";
const cards = "/teach/lessons/requests-and-direct-access/cards";

/** What tells how a comment is to be sorted, wherever it stands in a page or its data. */
function told(text: string): string[] {
  const words = text.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll('\\"', '"');
  return comments.flatMap(({ why, ask }) => [why, ask ?? why]).filter((secret) => words.includes(secret));
}

describe("readers' comments", () => {
  const keyhole = withKeyhole("embedded");
  let teacher: Visitor;
  let student: Visitor;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    student = await join(keyhole, (await makeClass(teacher, "9B")).code, "Ana");
  });

  it("have a page each, with their words, their article and where they are used", async () => {
    const reader = new Visitor(keyhole);
    for (const { id, paraphrase } of comments) {
      await reader.get(`/sources/${id}`);
      expect(reader.page.status).toBe(200);
      expect(reader.words).toContain(paraphrase);
      expect(reader.words).toContain("We do not give the NSA keys");
    }
    await reader.get("/sources/RC7");
    expect(reader.words).toContain("2.7 Five labels for a claim");
    await reader.get("/sources");
    expect(reader.words).toContain("They are not evidence of what happened");
    expect(comments.filter(({ paraphrase }) => !reader.words.includes(paraphrase))).toEqual([]);
  });

  it("keep their key from everybody who may not teach, on every page that shows them", async () => {
    const pages = [
      ...["/sources", notes, cards, ...comments.map(({ id }) => `/sources/${id}`)],
      ...lessons.flatMap((lesson) => [`/lessons/${lesson}`, `/lessons/${lesson}/print`]),
      "/lessons/requests-and-direct-access/five-labels-for-a-claim",
    ];
    for (const visitor of [new Visitor(keyhole), student])
      for (const address of pages.flatMap((page) => [page, `${page}.data`])) {
        const text = await (await visitor.fetch(address)).text();
        expect([address, told(text), text.includes('commentKeys":[{')]).toEqual([address, [], false]);
      }
  });

  it("have their whole key in the notes, and none of it on the sheet of cards", async () => {
    await teacher.get(notes);
    expect(new Set(told(teacher.words)).size).toBe(new Set(told(JSON.stringify(comments))).size);
    const links = [...teacher.page.document.querySelectorAll(`a[href^="${cards}"]`)];
    const counts = [];
    for (const link of links) {
      await teacher.get(link.getAttribute("href") as string);
      counts.push(teacher.page.document.querySelectorAll(".cutouts li").length);
      expect(told(teacher.page.html)).toEqual([]);
    }
    expect(counts).toEqual([6, 19]);
  });
});
