import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { nodes } from "~/lab/model";
import { Drawn } from "~/lessons/blocks/drawn";
import { buildTree, joinPages } from "~/lessons/markdown/build.server";
import { parseMarkdown } from "~/lessons/markdown/parse.server";
import type { Kept, Page, Refused } from "~/lessons/view";

const source = `
:::predict{id=pins type=place}
Where do they collect?
- prism: PRISM
- upstream: Upstream
:::

::recall{id=pins}
`;
const tree = buildTree(parseMarkdown(source).children, () => {});
joinPages([tree]);

function draw(kept: Kept | null, refused: Refused | null = null): string[] {
  const page = {
    lesson: "l",
    section: "s",
    tree,
    refs: {},
    terms: {},
    termsOf: {},
    checks: {},
    answers: kept ? { pins: kept } : {},
  } as Partial<Page> as Page;
  const html = renderToStaticMarkup(<Drawn page={page} refused={refused} />);
  return html.split("</form>").slice(0, 2);
}
const said = (chosen: string[], day: number) => ({
  chosen,
  text: "",
  at: new Date(Date.UTC(2026, 10, day)),
  shared: false,
});
const first = said(["prism.backbone", "upstream.backbone"], 1);
const newest = said(["prism.front_end", "upstream.backbone"], 2);

test("each pin has a labelled list with an empty first choice and the nine places", () => {
  const [form = ""] = draw(null);
  for (const [pin, name] of [
    ["prism", "PRISM"],
    ["upstream", "Upstream"],
  ]) {
    const [, label, options = ""] =
      new RegExp(`<label for="pins-${pin}">([^<]+)</label><select[^>]*id="pins-${pin}"[^>]*>(.*?)</select>`).exec(
        form,
      ) ?? [];
    expect(label).toBe(name);
    expect([...options.matchAll(/value="([^"]*)"/g)].map((match) => match[1])).toEqual([
      "",
      ...nodes.map(({ id }) => `${pin}.${id}`),
    ]);
  }
  expect(form).not.toContain('class="pin"');
});

test("what was placed is drawn, chosen, and told again with the first and the newest", () => {
  const [predicted = "", recalled = ""] = draw({ first, newest });
  expect(predicted).toContain("You placed PRISM at “Provider front end” and Upstream at “Backbone / Tier 1 fibre”");
  expect(recalled).toContain("In the beginning you placed PRISM at “Backbone / Tier 1 fibre” and Upstream at");
  expect(recalled).toContain(": then you placed PRISM at “Provider front end” and Upstream at");
  expect(recalled).toMatch(/value="prism.front_end" selected/);
  expect(recalled.match(/class="pin"/g)).toHaveLength(4);
  expect(draw({ first, newest: first })[1]).not.toContain("You changed it");
});

test("a missing pin is named at its list, and what was placed stays", () => {
  const [form = ""] = draw(null, {
    block: "pins",
    message: "Still without a place: Upstream.",
    chosen: ["prism.dc_a"],
    text: "",
  });
  expect(form).toContain("Still without a place: Upstream.");
  expect(form).toMatch(/id="pins-upstream-error">.*Choose a place for Upstream\./);
  expect(form).toMatch(
    /<select[^>]*id="pins-upstream"[^>]*aria-invalid="true"[^>]*aria-describedby="pins-upstream-error"/,
  );
  expect(form).not.toContain("pins-prism-error");
  expect(form).toMatch(/value="prism.dc_a" selected/);
});
