import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { binned } from "~/figures/plots/bins";
import { Histogram } from "~/figures/plots/histogram";
import { Bar, ShareStrip } from "~/figures/plots/strip";
import { SurenessGrid } from "~/figures/plots/sureness";

const drawn = (element: Parameters<typeof renderToStaticMarkup>[0]) => {
  const html = renderToStaticMarkup(element);
  return { html, document: parseHTML(`<main>${html}</main>`).document };
};

describe("pictures of numbers", () => {
  it("come with a title that says what they show, and with the same numbers as a table", () => {
    const { html, document } = drawn(
      <Histogram id="spread" scores={[1, 4, 4, 10]} most={10} mean={4.75} deviation={3.77} />,
    );
    const svg = document.querySelector("svg[role=img]");
    expect(svg?.querySelector("title")?.textContent).toBe(
      "Scores of 4 students, from 1 to 10 of 10 points. Mean 4.75.",
    );
    expect(svg?.getAttribute("aria-labelledby")).toBe("spread-title");
    const counts = [...document.querySelectorAll("tbody td")].map((cell) => Number(cell.textContent));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(4);
    expect(document.querySelectorAll("circle").length).toBe(4);
    expect(html).not.toContain("style=");
  });

  it("draw many as bars, and put each score into one class, the highest into the last", () => {
    const scores = Array.from({ length: 200 }, (_, index) => (index % 21) / 2);
    expect(binned(scores, 10).reduce((sum, { count }) => sum + count, 0)).toBe(200);
    expect(binned([10, 10], 10).at(-1)).toMatchObject({ to: 10, count: 2 });
    const { document } = drawn(<Histogram id="a" scores={scores} most={10} mean={5} deviation={3} who="attempt" />);
    expect(document.querySelectorAll("circle").length).toBe(0);
    expect(document.querySelectorAll("rect.pt").length).toBe(binned(scores, 10).length);
  });

  it("say how many were very sure and not right", () => {
    const { document } = drawn(<SurenessGrid id="sure" sureness={[{ confidence: 3, answers: 9, right: 2 }]} />);
    expect(document.querySelector("title")?.textContent).toContain("7 answers were very sure and not right");
    expect([...document.querySelectorAll("tbody tr")].map((row) => row.textContent)).toEqual([
      "not sure00",
      "fairly sure00",
      "very sure27",
    ]);
  });

  it("stand hidden beside numbers that are read aloud, and tell right from wrong without colour", () => {
    const strip = drawn(<ShareStrip share={0.5} interval={{ from: 0.3, to: 0.7 }} guess={0.25} />);
    expect(strip.document.querySelector("svg")?.getAttribute("aria-hidden")).toBe("true");
    expect(drawn(<Bar share={0.5} kind="wrong" />).document.querySelector(".hatch")).not.toBeNull();
    expect(drawn(<Bar share={0.5} kind="right" />).document.querySelector(".hatch")).toBeNull();
  });
});
