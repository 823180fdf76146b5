import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Sight, SightPatterns } from "~/figures/sight";

test("the text is shown only to an observer who learns content", () => {
  expect(renderToStaticMarkup(<Sight learns="content" />)).toContain("Meet at 6");
  expect(renderToStaticMarkup(<Sight learns="metadata" />)).not.toContain("Meet");
  expect(renderToStaticMarkup(<Sight learns="nothing" />)).not.toMatch(/<text/);
});

test("the recipient is named only where the metadata is about the message", () => {
  expect(renderToStaticMarkup(<Sight learns="metadata" about="connection" />)).not.toContain("Ben");
  expect(renderToStaticMarkup(<Sight learns="metadata" about="message" />)).toContain("to Ben");
});

test("sights are left out of the reading, and their pattern is found", () => {
  const patterns = renderToStaticMarkup(<SightPatterns />);
  for (const learns of ["content", "metadata", "nothing"] as const) {
    const sight = renderToStaticMarkup(<Sight learns={learns} />);
    expect(sight).toContain('aria-hidden="true"');
    expect(patterns).toContain(`id="${/url\(#([\w-]+)\)/.exec(sight)?.[1]}"`);
    expect(sight + patterns).not.toMatch(/\sstyle=/);
  }
});
