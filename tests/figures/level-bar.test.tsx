import fc from "fast-check";
import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LevelBar } from "~/figures/level-bar";

const fills = ["fill-secure", "fill-getting", "fill-not-yet", "fill-new"];
const draw = (counts: number[]) =>
  parseHTML(
    renderToStaticMarkup(
      <LevelBar
        parts={counts.map((count, index) => ({ name: `part ${index}`, count, fill: fills[index] as string }))}
        label="in words"
      />,
    ),
  ).document;

describe("the bar of a class's mastery", () => {
  it("shares its width out by the counts and says them in words", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(counts, (given) => {
        const bar = draw(given);
        const some = given.filter((count) => count > 0);
        const all = some.reduce((sum, count) => sum + count, 0);
        const widths = [...bar.querySelectorAll("rect")].map((rect) => Number(rect.getAttribute("width")));
        expect(widths).toHaveLength(some.length);
        widths.forEach((width, index) => {
          expect(Math.abs(width - Math.max(((some[index] as number) / all) * 600 - 2, 1))).toBeLessThan(1e-6);
        });
        expect(bar.querySelector("svg")?.getAttribute("aria-label")).toBe("in words");
      }),
    );
  });

  it("writes a count into its part only where there is room for it", () => {
    expect([...draw([1, 299, 0, 0]).querySelectorAll("text")].map((one) => one.textContent)).toEqual(["299"]);
  });
});
