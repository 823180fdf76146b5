import fc from "fast-check";
import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Prose, plain } from "~/components/prose";
import { readChecks } from "~/lessons/quiz-file.server";
import { quizzes } from "../playing";

const drawn = (text: string) => renderToStaticMarkup(<Prose text={text} />).replace(/^<div class="md">|<\/div>$/g, "");
const folded = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();

describe("what an author writes", () => {
  const items = [...quizzes.flatMap((quiz) => quiz.items), ...readChecks("content")];
  it("leaves every stem and explanation of the course as it was, but for its paragraphs", () => {
    for (const text of items.flatMap((item) => [item.stem, item.explanation])) {
      const { document } = parseHTML(`<body>${drawn(text)}</body>`);
      const body = document.querySelector("body") as Element;
      expect([...body.querySelectorAll(":not(p)")].map((one) => one.localName)).toEqual([]);
      expect(folded([...body.querySelectorAll("p")].map((one) => one.textContent).join(" "))).toBe(folded(text));
      expect(plain(text)).toBe(folded(text));
    }
    expect(items.length).toBeGreaterThan(60);
  });

  it.each([
    ["two paragraphs", "One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"],
    ["a list", "- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
    ["words in bold", "This is **not** so", "<p>This is <strong>not</strong> so</p>"],
    [
      "a heading as a line in bold, because the page has its own",
      "# Case *1*",
      "<p><strong>Case <em>1</em></strong></p>",
    ],
    ["a link", "[Read](https://a.example/b)", '<p><a href="https://a.example/b">Read</a></p>'],
    ["a time and a ratio", "At 10:42 it was 3:1.", "<p>At 10:42 it was 3:1.</p>"],
    ["HTML as it was typed", "What does <b onclick=x>do</b>?", "<p>What does &lt;b onclick=x&gt;do&lt;/b&gt;?</p>"],
    ["a script as it was typed", "<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    ["a link that would run a script as its words", "[Read](javascript:alert(1))", "<p><a>Read</a></p>"],
    ["a picture from elsewhere by its description", "![A map](https://a.example/map.png)", "<p>A map</p>"],
    [
      "an aligned table without a style",
      "|a|\n|-:|\n|1|",
      /^<div class="scroll" tabindex="0"><table class="tbl"><thead>\s*<tr>\s*<th>a<\/th>/,
    ],
    ["code as it stands", "`<b>`", "<p><code>&lt;b&gt;</code></p>"],
    ["nothing as nothing", "", ""],
  ])("shows %s", (_, text, html) => {
    if (typeof html === "string") expect(drawn(text)).toBe(html);
    else expect(drawn(text)).toMatch(html);
  });

  it.each(
    [">", "> ", "1. ", "- > ", "[^1]: ", "_a*", "**a*", "*a_b ", "~a*"].map((unit) => [
      unit,
      unit.repeat(20_000 / unit.length),
    ]),
  )("stays as it was typed where it is made to break its reader: %s again and again", (_, text) => {
    expect(folded(drawn(text).replace(/<\/?p>|&gt;/g, (tag) => (tag === "&gt;" ? ">" : "")))).toBe(folded(text));
    expect(plain(text)).toBe(folded(text));
  });

  it("is read where it only has much of it", () => {
    expect(drawn("**a** ".repeat(250)).match(/<strong>/g)).toHaveLength(250);
    expect(drawn(`${"> ".repeat(20)}a`).match(/<blockquote>/g)).toHaveLength(20);
    expect(drawn("------------------------------\n\n******************************")).toBe("<hr/>\n<hr/>");
  });

  it("of any kind becomes a page, and never a failure", () => {
    const sign = fc.constantFrom(
      ..."> - 1. # * ** _ ~~ ` ``` [ ]( ) ![ <b> </b> <!-- | |- & &# \\ [^1] : http://a www. a@b. \t \n \0 \ud800 é".split(
        " ",
      ),
      "\n",
      "\n\n",
      "  ",
    );
    const text = fc.array(fc.oneof({ weight: 3, arbitrary: sign }, fc.string({ maxLength: 5 })), { maxLength: 60 });
    fc.assert(
      fc.property(text, (parts) => {
        const html = drawn(parts.join(""));
        expect(html).not.toMatch(/<(script|style|iframe|img|svg|template)|\son\w+=|javascript:[^<]*"/);
      }),
      { numRuns: 500 },
    );
  });

  it("is one line of words in a list", () => {
    expect(plain("# Case\n\nWho **can** read\nit?\n\n- Ana\n- Ben")).toBe("Case Who can read it? Ana Ben");
  });
});
