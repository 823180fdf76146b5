import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { NetworkFigure } from "~/figures/network-figure";
import { learns, nodes, type Settings } from "~/lab/model";

const settings: Settings = { tls: true, inter_dc: false, at_rest_provider_key: true, e2e: false, demand_served: true };
const told = renderToStaticMarkup(<NetworkFigure id="a" settings={settings} watched learns={learns(settings)} />);
const asked = renderToStaticMarkup(
  <NetworkFigure id="q" settings={settings} watched learns={learns(settings)} question />,
);
const flagged = renderToStaticMarkup(<NetworkFigure id="f" settings={settings} flagged />);
const pinned = renderToStaticMarkup(
  <NetworkFigure
    id="p"
    question
    pins={[
      { name: "PRISM", place: "dc_b" },
      { name: "Upstream", place: "dc_b" },
      { name: "MUSCULAR", place: "storage_disk" },
    ]}
  />,
);
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1]);

describe("every drawing", () => {
  test.each([
    told,
    asked,
    flagged,
    pinned,
  ])("has no style attribute, which the content security policy would drop", (html) => {
    expect(html).not.toMatch(/\sstyle=/);
  });

  test.each([told, asked, flagged, pinned])("is an image with its own text alternative, flat and tall", (html) => {
    const images = all(html, /<svg[^>]*role="img"[^>]*aria-labelledby="([^"]+)"/g);
    expect(images).toHaveLength(2);
    for (const id of images) expect(html).toMatch(new RegExp(`<title id="${id}">[^<]{100,}</title>`));
  });

  test.each([told, asked, flagged, pinned])("shows all nine places, flat and tall", (html) => {
    for (const svg of html.split("</svg>").slice(0, 2))
      expect(new Set(all(svg, /class="spot s-([a-z_]+)"/g))).toEqual(new Set(nodes.map((node) => node.id)));
  });

  test("two on one page share no id, and every reference finds its target", () => {
    const page = told + renderToStaticMarkup(<NetworkFigure id="b" settings={settings} />);
    const ids = all(page, /\sid="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    for (const target of all(page, /url\(#([^)]+)\)/g)) expect(ids).toContain(target);
  });
});

describe("a drawing that tells", () => {
  test("carries its settings as classes", () => {
    expect(told).toContain('class="net tls-1 inter-0 rest-1 e2e-0"');
    expect(renderToStaticMarkup(<NetworkFigure id="a" />)).toContain('class="net tls-0 inter-0 rest-0 e2e-0"');
  });

  test("names in its text alternative which locks are locked and which are open", () => {
    expect(told).toContain("Locked: TLS, encryption at rest. Open: link encryption, end-to-end encryption.");
  });

  test("marks seven observers with what they learn, and none when it is not watched", () => {
    const flat = told.split("</svg>")[0]!;
    expect(all(flat, /class="ob" data-learns="(\w+)"/g)).toEqual(Object.values(learns(settings)));
    expect(renderToStaticMarkup(<NetworkFigure id="a" settings={settings} />)).not.toContain('class="ob"');
    expect(renderToStaticMarkup(<NetworkFigure id="a" settings={settings} watched />)).not.toContain("data-learns");
  });

  test("takes a better text alternative where one is given", () => {
    expect(
      renderToStaticMarkup(<NetworkFigure id="a" settings={settings} title="The way, with TLS only." />),
    ).toContain(">The way, with TLS only.</title>");
  });
});

describe("a drawing in a question", () => {
  test.each([
    "lock",
    "seal",
    "txt",
    "env",
    "cover",
    "br",
    "lab-l",
    "ob",
    "tint",
  ])("has no .%s in its markup", (name) => {
    expect(told).toMatch(new RegExp(`class="([^"]* )?${name}[ "]`));
    expect(asked).not.toMatch(new RegExp(`class="([^"]* )?${name}[ "]`));
  });

  test("does not carry the settings, the message or the names of the locks", () => {
    expect(asked).not.toMatch(/tls|e2e|inter-[01]|rest-[01]|Meet at|Ama|data-learns|encryption|locked/i);
  });
});

describe("a drawing with the collection points", () => {
  const [flat = "", tall = ""] = flagged.split("</svg>");

  test.each([
    ["flat", flat],
    ["tall", tall],
  ])("labels all three, %s, and only what is reported is dashed", (_, svg) => {
    for (const words of ["PRISM: demand", "Upstream: filter", "MUSCULAR (reported):", "tap between data centres"])
      expect(svg).toContain(words);
    expect(svg).toMatch(/part of this route(<[^>]+>)* ?(<[^>]+>)*may lie outside the US/);
    expect(svg).toContain("solid = officially described");
    const flags = svg.split('<g class="flag').slice(1);
    for (const flag of flags.filter((one) => one.includes("PRISM") || one.includes("Upstream")))
      expect(flag).not.toMatch(/^ reported/);
    expect(flags.find((one) => one.includes("MUSCULAR"))).toMatch(/^ reported/);
  });

  test("tells in its text alternative where they are, how each is known, and what is locked", () => {
    expect(flagged).toContain("PRISM is marked at the provider, Upstream on the backbone between users and provider");
    expect(flagged).toContain("MUSCULAR is dashed: it is reported from leaked documents");
    expect(flagged).toContain("Locked: TLS, encryption at rest.");
    expect(flagged).toContain('class="net flagged tls-1 inter-0 rest-1 e2e-0"');
  });

  test("has nothing of them in a question", () => {
    expect(renderToStaticMarkup(<NetworkFigure id="q" settings={settings} question flagged />)).not.toMatch(
      /flag|PRISM|Upstream|MUSCULAR|reported|dotted|outside the US/i,
    );
  });
});

describe("a drawing with the reader's pins", () => {
  test("shows one flag at each place, with all names that stand there", () => {
    for (const svg of pinned.split("</svg>").slice(0, 2)) {
      const flags = svg.split('<g class="pin">').slice(1);
      expect(flags.map((flag) => all(flag, /<text[^>]*>(PRISM|Upstream|MUSCULAR)</g))).toEqual([
        ["PRISM", "Upstream"],
        ["MUSCULAR"],
      ]);
    }
  });

  test("says in words where they stand, and tells nothing else", () => {
    expect(pinned).toContain("You placed PRISM at Data centre B. You placed Upstream at Data centre B.");
    expect(pinned).not.toMatch(/class="(lock|seal|txt|flag)|encryption/);
  });
});
