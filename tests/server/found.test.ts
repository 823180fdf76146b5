import { describe, expect, it } from "vitest";
import { lessons } from "../course";
import { attemptOn, quizzes, startAsGuest } from "../playing";
import { withKeyhole } from "../running";
import { Visitor } from "../visitor";

const open = [
  "/",
  "/lab",
  "/sources",
  "/sources/C1",
  "/glossary",
  "/privacy",
  "/join",
  "/sign-in",
  "/sign-up",
  ...quizzes.map(({ slug }) => `/quizzes/${slug}`),
  ...lessons.flatMap(({ slug, sections }) => [
    `/lessons/${slug}`,
    ...sections.map((section) => `/lessons/${slug}/${section.slug}`),
  ]),
];

describe("what is said of a page elsewhere", () => {
  const keyhole = withKeyhole("embedded");
  const content = ({ page }: Visitor, which: string) =>
    page.document.querySelector(`meta[${which}]`)?.getAttribute("content") ?? null;

  it("is a title, a description, a picture and an address of its own for each page of the course", async () => {
    const reader = new Visitor(keyhole);
    const titles = new Set<string>();
    for (const address of open) {
      await reader.get(address);
      const title = reader.page.document.querySelector("title")?.textContent ?? "";
      titles.add(title);
      expect(title).toBe(`${content(reader, 'property="og:title"')} · Keyhole`);
      expect([address, (content(reader, 'name="description"') ?? "").length > 20]).toEqual([address, true]);
      expect(content(reader, 'property="og:description"')).toBe(content(reader, 'name="description"'));
      expect(content(reader, 'name="robots"')).toBeNull();
      expect(reader.page.document.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(
        keyhole.origin + address,
      );
      expect(reader.page.document.documentElement.getAttribute("lang")).toBe("en");
      expect(reader.page.document.querySelectorAll("img:not([alt])")).toHaveLength(0);
    }
    expect(titles.size).toBe(open.length);
    const picture = await reader.fetch(content(reader, 'property="og:image"') as string);
    expect([picture.status, picture.headers.get("Content-Type")]).toEqual([200, "image/png"]);
  });

  it("is nothing for what is somebody’s own, nor for an address that does not exist", async () => {
    const guest = await startAsGuest(keyhole);
    const attempt = attemptOn(guest);
    for (const address of ["/me", "/me/progress", "/me/delete", "/no-such-page"]) {
      await guest.get(address);
      expect([address, content(guest, 'name="robots"')]).toEqual([address, "noindex"]);
      expect(content(guest, 'property="og:image"')).toBeNull();
    }
    for (const address of [attempt, `${attempt}/summary`]) {
      await guest.get(address);
      expect(content(guest, 'property="og:image"')).toBeNull();
      const crawler = await new Visitor(keyhole).fetch(address);
      expect([address, crawler.status, crawler.headers.get("Location")]).toEqual([
        ...[address, 302, expect.stringMatching(/^\/sign-in/)],
      ]);
    }
  });

  it("is told to crawlers by a robots.txt, and to tabs by a mark of our own", async () => {
    const anybody = new Visitor(keyhole);
    const robots = await (await anybody.fetch("/robots.txt")).text();
    const lines = robots.trim().split("\n");
    expect(lines[0]).toBe("User-agent: *");
    for (const line of lines.slice(1)) expect(line).toMatch(/^Disallow: \/[a-z]+\/?$/);
    const closed = lines.slice(1).map((line) => line.replace("Disallow: ", ""));
    expect(open.filter((address) => closed.some((start) => address.startsWith(start)))).toEqual([]);
    for (const address of ["/favicon.ico", await iconOf(anybody)]) {
      const icon = await anybody.fetch(address);
      expect([icon.status, icon.headers.get("Content-Type")]).toEqual([200, expect.stringContaining("image/svg+xml")]);
      expect(await icon.text()).toContain("<svg");
    }
  });

  async function iconOf(anybody: Visitor): Promise<string> {
    await anybody.get("/");
    return anybody.page.document.querySelector("link[rel=icon]")?.getAttribute("href") as string;
  }

  it("tells of a lesson, of each section and of its paper which version it is and when it was last checked", async () => {
    const reader = new Visitor(keyhole);
    for (const { slug, sections, front } of lessons)
      for (const last of ["", "/print", ...sections.map((section) => `/${section.slug}`)]) {
        await reader.get(`/lessons/${slug}${last}`);
        const said = [...reader.page.document.querySelectorAll(".reviewed")];
        expect(said).toHaveLength(1);
        expect(said[0]?.textContent).toMatch(/^Version 1, last checked on \d+ \w+ \d{4}\.$/);
        expect(said[0]?.innerHTML).toContain(`"${front.reviewed}"`);
      }
  });
});
