import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { attemptOn, quizzes, sendAnswer, startAsGuest } from "../playing";
import { withKeyhole } from "../running";

type Part = { name: string; title: string; inside: string };

/** Each `main` of a page: the name of its form, what the tab says, and what it holds but for scripts. */
function partsOf(html: string): Part[] {
  const document = parseHTML(html).document as unknown as Document;
  const title = document.querySelector("title")?.textContent ?? "";
  return [...document.querySelectorAll("main")].map((main) => ({
    name: main.querySelector("form[data-page]")?.getAttribute("data-page") ?? "",
    title: main.getAttribute("data-title") ?? title,
    inside: main.innerHTML.replace(/<script[^>]*><\/script>/g, ""),
  }));
}

describe("all pages of an attempt in one answer", () => {
  const keyhole = withKeyhole("embedded");

  it.each(quizzes.map(({ slug }) => slug))("are to the letter the pages that one may turn to: %s", async (slug) => {
    const guest = await startAsGuest(keyhole, slug);
    const attempt = attemptOn(guest);
    const count = Number(guest.page.document.querySelector("h1")?.textContent?.split(" ").at(-1));
    const single: Part[] = [];
    for (let page = 1; page <= count; page++)
      single.push(...partsOf((await guest.get(`${attempt}?page=${page}`)).html));
    single.push(...partsOf((await guest.get(`${attempt}/summary`)).html));
    expect(single.map(({ name }) => name)).toEqual([
      ...Array.from({ length: count }, (_, at) => `${at + 1}`),
      "summary",
    ]);
    expect(partsOf((await guest.get(`${attempt}/pages`)).html)).toEqual(single);
    for (const but of ["1", `${count}`, "summary"])
      expect(partsOf((await guest.get(`${attempt}/pages?but=${but}`)).html)).toEqual(
        single.filter(({ name }) => name !== but),
      );
  });

  it("are not sent again while nothing changed, and lead to the review once the attempt is over", async () => {
    const guest = await startAsGuest(keyhole);
    const attempt = attemptOn(guest);
    const ask = (tag = "") => guest.fetch(`${attempt}/pages?but=1`, { headers: { "If-None-Match": tag } });
    const tag = (await ask()).headers.get("ETag") as string;
    expect((await ask(tag)).status).toBe(304);
    await sendAnswer(guest, attempt, "a-page-of-its-own", 1, "a");
    const changed = await ask(tag);
    expect([changed.status, changed.headers.get("Cache-Control")]).toEqual([200, "private, no-cache"]);
    await guest.get(`${attempt}/summary`);
    await guest.submit("Hand in");
    const over = await ask(tag);
    expect([over.status, over.headers.get("Location")]).toEqual([302, `${attempt}/review`]);
  });
});
