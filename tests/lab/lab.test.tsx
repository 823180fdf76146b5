import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Lab } from "~/lab/lab";
import { type Settings, settingsQuery } from "~/lab/model";
import vectors from "../lab-vectors.json";

const settings = ({ tls, inter_dc, at_rest_provider_key, e2e, demand_served }: Settings): Settings => ({
  tls,
  inter_dc,
  at_rest_provider_key,
  e2e,
  demand_served,
});
const page = (of: Settings) => renderToStaticMarkup(<Lab settings={settings(of)} />);
const vector = (id: string) => vectors.find((one) => one.id === id)!;

describe("the lab as a page", () => {
  test.each(vectors)("$id: table, picture, switches and count agree", (row) => {
    const html = page(row);
    const cells = [
      ...html.matchAll(/data-observer="(\w+)" data-learns="(\w+)"><strong[^>]*>.*?<\/svg>(\w+)<\/strong>/g),
    ];
    expect(Object.fromEntries(cells.map(([, observer, learned]) => [observer, learned]))).toEqual(row.expect);
    for (const [, , learned, word] of cells) expect(word).toBe(learned);
    const marks = [...html.matchAll(/class="ob" data-learns="(\w+)"/g)].map(([, learned]) => learned);
    expect(marks).toEqual([...Object.values(row.expect), ...Object.values(row.expect)]);
    const ticked = [
      ...html.matchAll(/<input type="checkbox" name="(\w+)"( checked="")? value="1"( checked="")?\/>/g),
    ].filter(([, , before, after]) => before ?? after);
    expect(ticked.map(([, name]) => name)).toEqual(
      Object.entries(settings(row)).flatMap(([name, on]) => (on ? name : [])),
    );
    expect(html).toContain(`<strong>${row.content_count} of 7</strong> can read the content`);
  });

  test("is one plain form that asks /lab again", () => {
    expect(page(vector("T0I0D0E0W0"))).toMatch(/<form method="get" action="\/lab"[^>]*>.*type="submit"/s);
  });

  test("links to seven starting points and marks the current one", () => {
    const row = vector("T1I0D0E0W1");
    const links = [...page(row).matchAll(/href="\/lab\?([^"]+)"( aria-current="true")?/g)];
    expect(links).toHaveLength(7);
    expect(links.filter(([, , current]) => current).map(([, query]) => query?.replaceAll("&amp;", "&"))).toEqual([
      settingsQuery(settings(row)),
    ]);
    expect(page(vector("T1I1D0E0W0"))).not.toContain("aria-current");
  });

  test("says how the statements of 2013 are read, and only with that setting", () => {
    expect(page(vector("T1I0D0E0W0"))).toContain("increasing use");
    expect(page(vector("T1I0D0E0W0"))).toContain('href="/sources/C37"');
    expect(page(vector("T0I0D0E0W0"))).not.toContain("increasing use");
  });

  test("states all fourteen simplifications", () => {
    const leaves = /<details>.*<ol class="leaves">(.*?)<\/ol>/s.exec(page(vector("T0I0D0E0W0")))?.[1];
    expect(leaves?.match(/<li>/g)).toHaveLength(14);
  });

  test("has no style attribute and no script, and no id twice", () => {
    const html = page(vector("T1I1D1E1W1"));
    expect(html).not.toMatch(/\sstyle=|<script/);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
