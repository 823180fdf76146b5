import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { lanes } from "~/figures/lanes/lane";
import { LanesFigure } from "~/figures/lanes-figure";

const html = renderToStaticMarkup(<LanesFigure id="a" />);
const [flat = "", tall = ""] = html.split("</svg>");

describe.each([
  ["flat", flat],
  ["tall", tall],
])("the four lanes, %s", (_, svg) => {
  test("name the four ways and what each has", () => {
    for (const words of ["Lawful demand", "Direct access", "Backdoor", "Copying on a link"])
      expect(svg).toContain(words);
    for (const words of ["review", "copy", "granted login", "hidden bypass"])
      expect(svg.split(`>${words}<`)).toHaveLength(2);
    for (const words of ["Agency", "Company", "User data"]) expect(svg.split(`>${words}<`)).toHaveLength(5);
  });

  test("are an image that says what is drawn, leaves the caption to the caption, and its arrow heads are found", () => {
    expect(svg).toMatch(/role="img"/);
    const alt = svg.match(/<title[^>]*>([^<]*)</)?.[1] ?? "";
    expect(alt).toContain("Four lanes between an agency, a company and user data");
    for (const { name } of lanes) expect(alt).toContain(name.toLowerCase());
    expect(alt).not.toMatch(/Microsoft|Belz/);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(target);
  });

  test("have nothing dashed, for nothing in them is reported, and no style attribute", () => {
    expect(svg).not.toMatch(/dash|reported|\sstyle=/);
  });
});
