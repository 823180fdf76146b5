import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { uuidv7 } from "uuidv7";
import { describe, expect, it } from "vitest";
import { people } from "#drizzle/schema";
import { db } from "~/db.server";
import { SectionPage } from "~/lessons/blocks/section-page";
import { drawnAlike } from "~/lessons/drawn-alike.server";
import { findPage } from "~/lessons/page.server";
import { syncCourse } from "~/lessons/sync.server";
import type { Page, PageDrawn } from "~/lessons/view";
import { findLesson, type Lesson } from "~/models/lesson.server";
import { keepAnswer } from "~/models/lesson-answer.server";
import { withWords, writeCourse } from "../lessons/small-course";
import { engines, withStore } from "../stores";
import { withSmallCourse } from "./reading";

describe.each(engines)("a section that says nothing of its reader on %s", (engine) => {
  withStore(engine);
  withSmallCourse();

  const reader = async () => {
    const one = { id: uuidv7(), name: "Somebody", guest: false };
    await db().insert(people).values({ id: one.id, name: one.name });
    return one;
  };

  /** A section for a reader, as it is given to be drawn and as it would be drawn anew. */
  async function read(who: { id: string; guest: boolean } | null, section: string) {
    const lesson = (await findLesson("small")) as Lesson;
    const page = (await findPage(who, lesson, section)) as Page;
    const given = await drawnAlike(lesson, page);
    const draw = (page: Page | PageDrawn) =>
      renderToStaticMarkup(createElement(SectionPage, { lesson, page, read: [] }));
    return { kept: "html" in given, html: draw(given), anew: draw(page) };
  }

  it("is drawn once for all who are known, letter for letter as it would be drawn for each", async () => {
    for (const section of ["first", "second"])
      for (const who of [await reader(), await reader(), { ...(await reader()), guest: true }]) {
        const { kept, html, anew } = await read(who, section);
        expect([kept, html]).toEqual([true, anew]);
      }
    expect((await read(null, "first")).kept).toBe(false);
  });

  it("is drawn for its reader alone once they have answered in it, and stays as it was for others", async () => {
    const [ana, ben, chiara] = [await reader(), await reader(), await reader()];
    const before = await read(ben, "second");
    const words = { v: 1 as const, chosen: ["yes"], text: "Because it is mine" };
    await keepAnswer(ana, "small", { kind: "predict", block: "guess", value: words });
    await keepAnswer(chiara, "small", {
      kind: "check",
      block: "L1.C1",
      value: { v: 1, version: 1, response: { v: 1, chosen: ["b"] } },
    });
    const [hers, theirs] = [await read(ana, "second"), await read(chiara, "second")];
    expect([hers.kept, theirs.kept]).toEqual([false, false]);
    expect(hers.html).toContain("Because it is mine");
    expect(theirs.html).toContain("Look again.");
    const after = await read(ben, "second");
    expect(after).toEqual(before);
    expect(after.html).not.toMatch(/Because it is mine|Look again/);
  });

  it("is drawn anew when another course is stored, though the lesson is the same", async () => {
    const ana = await reader();
    const definition = "What one shuts.";
    expect((await read(ana, "first")).html).toContain(definition);
    const { version } = (await findLesson("small")) as Lesson;
    await syncCourse(writeCourse(withWords("glossary.yaml", definition, "What one opens.")));
    const { kept, html } = await read(ana, "first");
    expect([kept, html.includes("What one opens."), html.includes(definition)]).toEqual([true, true, false]);
    expect((await findLesson("small"))?.version).toBe(version);
  });
});
