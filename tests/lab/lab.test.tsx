import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Lab } from "~/lab/lab";
import { hitsOf, learns, observers, type Settings } from "~/lab/model";
import { Sent } from "~/lab/sent";
import vectors from "../lab-vectors.json";

const settings = ({ tls, inter_dc, at_rest_provider_key, e2e, demand_served }: Settings): Settings => ({
  tls,
  inter_dc,
  at_rest_provider_key,
  e2e,
  demand_served,
});
const page = (of: Settings) => renderToStaticMarkup(<Lab settings={settings(of)} />);
/** The page of the run at one stop; without a prediction of their own everything was predicted rightly. */
const sent = (of: Settings, at: number, predicted = learns(of)) =>
  renderToStaticMarkup(<Sent settings={settings(of)} predicted={predicted} hinted={false} when="Sunday" at={at} />);
const learnedIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/data-observer="(\w+)" data-learns="(\w+)"><strong[^>]*>.*?<\/svg>(\w+)<\/strong>/g)].map(
      ([, observer, learned, word]) => [observer, learned === word ? learned : `${learned} but ${word}`],
    ),
  );
const marksIn = (html: string) =>
  [...html.matchAll(/class="ob"[^>]* data-learns="(\w+)"/g)].map(([, learned]) => learned);
const vector = (id: string) => vectors.find((one) => one.id === id)!;

describe("the lab as a page", () => {
  test.each(vectors)("$id: table, picture, switches and count agree", (row) => {
    const html = page(row);
    expect(learnedIn(html)).toEqual(row.expect);
    const ticked = [...html.matchAll(/<input type="checkbox" [^>]*>/g)].flatMap(([box]) =>
      box.includes(' checked=""') ? (/ name="(\w+)"/.exec(box)?.[1] ?? []) : [],
    );
    expect(ticked).toEqual(Object.entries(settings(row)).flatMap(([name, on]) => (on ? name : [])));
    expect(html).toContain(`<strong>${row.content_count} of 7</strong> can read the content`);
    expect(marksIn(html)).toEqual([]);
    const arrived = sent(row, 11);
    expect(learnedIn(arrived)).toEqual(row.expect);
    expect(marksIn(arrived)).toEqual([...Object.values(row.expect), ...Object.values(row.expect)]);
  });

  test.each(
    vectors,
  )("$id: the picture tells of an observer when the message has passed them, and not before", (row) => {
    for (const [at, count] of [0, 1, 2, 4, 4, 5, 5, 6, 6, 6, 6, 7].entries()) {
      const html = sent(row, at);
      expect(marksIn(html), `stop ${at}`).toHaveLength(2 * count);
      expect(/id="compare"[^>]*hidden/.test(html)).toBe(at < 11);
    }
  });

  test("puts first what differs from the prediction, with a mark and a word at each", () => {
    const row = vector("T1I0D0E0W1");
    const predicted = { ...learns(settings(row)), O1_wifi: "nothing", O5_provider: "metadata" } as const;
    const html = sent(row, 11, predicted);
    expect([...html.matchAll(/data-observer="(\w+)"/g)].map(([, id]) => id)).toEqual([
      ...["O1_wifi", "O5_provider", "O2_backbone", "O3_inter_dc", "O4_disk_thief", "O6_demand", "O7_device_thief"],
    ]);
    expect(html.match(/#wrong"><\/use><\/svg>by the rules: learns/g)).toHaveLength(2);
    expect(html.match(/#right"><\/use><\/svg>so say the rules/g)).toHaveLength(5);
    expect(html).toContain(
      `${hitsOf(settings(row), predicted)} of your 7 predictions were right. The two that differ come first.`,
    );
  });

  test("asks for all seven, each with three radio buttons of its own", () => {
    const html = page(vector("T0I0D0E0W0"));
    for (const { id } of observers)
      expect(html.match(new RegExp(`type="radio"[^>]* name="predicted.${id}"`, "g"))).toHaveLength(3);
  });

  test("is one form with switches and grid, whose buttons ask /lab for a setting or send the prediction", () => {
    const html = page(vector("T0I0D0E0W0"));
    const [, form = ""] = /<form [^>]*method="post" action="\/lab\/predictions"[^>]*>(.*)<\/form>/s.exec(html) ?? [];
    expect(html.match(/<form /g)).toHaveLength(1);
    for (const name of [...Object.keys(settings(vector("T0I0D0E0W0"))), "predicted.O7_device_thief", "shown"])
      expect(form).toContain(`name="${name}"`);
    // The switches' own button, seven starting points, and the button that stands in for sending.
    expect(form.match(/<button [^>]*formmethod="get" formaction="\/lab#lab-predict"/gi)).toHaveLength(9);
  });

  test("offers seven starting points and marks the current one", () => {
    const points = (html: string) => [...html.matchAll(/name="at" value="(\w+)"( aria-current="true")?/g)];
    const here = points(page(vector("T1I0D0E0W1")));
    expect(here).toHaveLength(7);
    expect(here.filter(([, , current]) => current).map(([, code]) => code)).toEqual(["T1I0D0E0W1"]);
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
    for (const html of [page(vector("T1I1D1E1W1")), sent(vector("T1I1D1E1W1"), 11)]) {
      expect(html).not.toMatch(/\sstyle=|<script/);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
