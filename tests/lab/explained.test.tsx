import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Lab } from "~/lab/lab";
import { everySetting, learns, observers, settingCode } from "~/lab/model";
import { presets } from "~/lab/presets";
import { ruleOf, rules } from "~/lab/rules";
import { Sent } from "~/lab/sent";
import { labWords, WithWords } from "~/lab/words";
import { exampleFor } from "~/lab/worked-example";

const terms = Object.entries(labWords).map(([id, term]) => ({ id, term, definition: `What ${term} is.`, also: [] }));
const page = (settings = everySetting[0]!) =>
  renderToStaticMarkup(
    <WithWords terms={terms}>
      <Lab settings={settings} />
    </WithWords>,
  );
const sent = (settings = everySetting[0]!, at = 11) =>
  renderToStaticMarkup(<Sent settings={settings} predicted={learns(settings)} hinted={false} when="Sunday" at={at} />);

describe("what the lab explains", () => {
  test("each word that the glossary has opens what it means, and none is offered that it has not", () => {
    const html = page();
    for (const { id } of terms) {
      expect(html).toContain(`popovertarget="g-${id}"`);
      expect(html).toContain(`id="g-${id}"`);
    }
    const bare = renderToStaticMarkup(<Lab settings={everySetting[0]!} />);
    expect(bare).not.toContain("popovertarget");
    expect(bare).toContain("position of Upstream");
  });

  test("numbers its six rules, each observer under one of them, at addresses that open them", () => {
    const html = page();
    expect(rules.map(({ id }) => id)).toEqual(["R1", "R2", "R3", "R4", "R5", "R6"]);
    expect(rules.flatMap(({ of }) => of)).toEqual(observers.map(({ id }) => id));
    for (const { id } of rules) expect(html).toContain(`id="${id.toLowerCase()}"`);
    expect(html).toContain("<b>LAB</b>");
    expect(sent()).toContain(`href="${ruleOf("O4_disk_thief").href}">Rule R3`);
  });

  test("its worked example is never the setting that is asked about", () => {
    for (const settings of everySetting) expect(settingCode(exampleFor(settings))).not.toBe(settingCode(settings));
  });

  test("what a preset shows stands only beside results", () => {
    for (const { point, variants } of presets)
      for (const settings of variants) {
        const html = page(settings);
        const [before, lookup] = html.split('<details class="lookup">');
        expect(before).not.toContain(point);
        expect(lookup).toContain(point);
        expect(sent(settings)).toContain(point);
      }
  });

  test("says in words what each picture of the results shows", () => {
    for (const settings of everySetting)
      expect(
        sent(settings).match(/<\/svg><span class="vh">(the opened letter|the outside|a hatched surface)/g),
      ).toHaveLength(7);
  });

  test("the picture names the places in order and how they are locked", () => {
    const html = page({ ...everySetting[0]!, tls: true });
    expect(html).toContain(
      "The places in order: Sender’s device; Access network (café Wi-Fi), locked; Backbone / Tier 1 fibre, locked; Provider front end;",
    );
  });
});
