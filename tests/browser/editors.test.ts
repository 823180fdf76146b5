import fs from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Written } from "~/interactions/contract";
import { problemsOf } from "~/interactions/problems";
import { interactionNames, interactions } from "~/interactions/registry.server";
import { readWritten } from "~/interactions/written";
import type { AuthoredItem } from "~/lessons/quiz-file.server";
import { editor } from "../interactions/editing";
import { quizzes } from "../playing";
import { findChromium } from "./chromium";
import { axe, contextOf, looks, sideways } from "./pages";
import { withChromium } from "./running";

const items = quizzes.flatMap((quiz) => quiz.items);
const styles = ["tokens", "base", "question", "item", "figure", "editor"]
  .map((name) => fs.readFileSync(`app/styles/${name}.css`, "utf8"))
  .join("\n");

describe.skipIf(!findChromium())("editors in Chromium", () => {
  const browser = withChromium();

  /** What a browser would send for the editor, on a page that holds nothing else. */
  const show = async (page: Page, form: HTMLFormElement): Promise<FormData> => {
    await page.setContent(
      `<!doctype html><html lang="en"><title>An editor</title><style>${styles}</style>
       <main><h1>A question</h1><h2>Answers</h2>${form.outerHTML}</main>`,
    );
    const entries = await page.evaluate(() =>
      [...new FormData(document.querySelector("form") as HTMLFormElement)].map(([name, value]) => [
        name,
        String(value),
      ]),
    );
    const data = new FormData();
    for (const [name, value] of entries) data.append(name as string, value as string);
    return data;
  };

  it.each(
    interactionNames,
  )("%s: what Chromium sends is what was written, on any width without an axe violation", async (name) => {
    const type = interactions[name];
    const item = items.find((one) => one.interaction === name) as AuthoredItem;
    const written: Written = {
      body: item.body,
      key: item.key,
      texts: item.texts,
      misconceptions: item.misconceptions,
    };
    const blank: Written = { ...type.authoring.blank(), texts: {}, misconceptions: {} };
    for (const look of looks) {
      const context = await contextOf(browser, look);
      const page = await context.newPage();
      expect(readWritten(type, await show(page, editor(name, written)))).toEqual(written);
      expect(await axe(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      const refused = editor(name, blank, { problems: problemsOf(type, blank) });
      expect(readWritten(type, await show(page, refused))).toEqual(blank);
      expect(await axe(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await context.close();
    }
  });
});
