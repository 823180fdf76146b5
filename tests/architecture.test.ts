import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(".");
const files = list("app").concat(list("drizzle"));
const source = new Map(files.map((file) => [file, fs.readFileSync(file, "utf8")]));

/** Who may import whom, by the longest matching folder or file. `types` may be imported as types only. */
const rooms: Record<string, { may: string[]; types?: string[] }> = {
  "app/routes": {
    may: [
      "app/access",
      "app/session.server",
      "app/models",
      "app/components",
      "app/figures",
      "app/lessons",
      "app/lab",
      "app/text",
      "app/answers.server",
      "app/environment.server",
      "app/autosave",
      "app/routes",
      "app/styles",
      "app/interactions/contract",
    ],
  },
  "app/access": {
    may: [
      "app/session.server",
      "app/db.server",
      "app/access",
      "app/models/submission.server",
      "app/models/assignment.server",
      "app/models/held-back.server",
      "app/models/shown.server",
      "app/models/review-matrix",
      "app/models/item.server",
      "app/models/item-sight.server",
      "app/models/quiz-sight.server",
      "drizzle/schema",
    ],
  },
  "app/session.server": {
    may: ["app/db.server", "app/environment.server", "drizzle/schema"],
    types: ["app/access/rights"],
  },
  "app/models": {
    may: [
      "app/db.server",
      "app/interactions",
      "app/lab/model",
      "app/clock",
      "app/models",
      "app/environment.server",
      "app/text",
      "drizzle/schema",
    ],
    types: ["app/access/rights", "app/lessons"],
  },
  "app/lab/model": { may: [] },
  "app/clock": { may: [] },
  "app/lab": { may: ["app/lab", "app/components", "app/figures", "app/text"] },
  "app/figures": { may: ["app/figures", "app/lab/model", "app/text"] },
  "app/components": {
    may: [
      "app/components",
      "app/interactions/views",
      "app/interactions/contract",
      "app/text",
      "app/figures",
      "app/styles",
    ],
    types: ["app/models", "app/access/rights"],
  },
  "app/lessons/blocks": {
    may: [
      "app/lessons",
      "app/components",
      "app/figures",
      "app/lab",
      "app/text",
      "app/interactions/views",
      "app/interactions/contract",
    ],
    types: ["app/models"],
  },
  "app/lessons": {
    may: [
      "app/lessons",
      "app/interactions",
      "app/models",
      "app/db.server",
      "app/lab",
      "app/components",
      "app/figures",
      "app/text",
      "drizzle/schema",
    ],
  },
  "app/interactions": {
    may: [
      "app/interactions",
      "app/components/form",
      "app/components/field",
      "app/components/field-error",
      "app/figures",
      "app/lab/model",
      "app/lab/network",
      "app/text",
    ],
  },
  "app/autosave": { may: ["app/autosave", "app/text"] },
  "app/text": { may: [], types: ["app/interactions/contract"] },
  "drizzle/schema": { may: ["drizzle/schema"] },
};

describe("the house", () => {
  it("lets each room import only what it may", () => {
    expect(
      arrows()
        .filter(({ from, to, type }) => {
          const room = roomOf(from);
          if (!room) return false;
          const { may, types = [] } = rooms[room] as { may: string[]; types?: string[] };
          return ![...may, ...(type ? types : [])].some((allowed) => within(to, allowed));
        })
        .map(({ from, to }) => `${from} -> ${to}`),
    ).toEqual([]);
  });

  it("has no circles between files", () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of arrows()) next.set(from, [...(next.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: string[]) => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(" -> "));
      if (done.has(file) || trail.includes(file)) return;
      for (const other of next.get(file) ?? []) visit(other, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("keeps question types apart from each other", () => {
    const type = (file: string) => /^app\/interactions\/([^/]+)\//.exec(file)?.[1];
    expect(arrows().filter(({ from, to }) => type(from) && type(to) && type(from) !== type(to))).toEqual([]);
  });

  it("hands out access in one folder only", () => {
    const granting = files.filter(
      (file) =>
        /\bgrant\(|\bgrant</.test(source.get(file) as string) &&
        !within(file, "app/access") &&
        !within(file, "app/demo"),
    );
    expect(granting).toEqual([]);
  });

  it("exports loaders and actions as plain functions whose first statement asks for access", () => {
    const bad = files
      .filter((file) => file.startsWith("app/routes/"))
      .flatMap((file) => {
        const text = source.get(file) as string;
        const wrapped = /export const (loader|action)\b/.test(text) ? [`${file}: not a plain function`] : [];
        const bodies = [
          ...text.matchAll(/export (?:async )?function (?:loader|action)\([^)]*\)[^{]*\{\s*([^\n]*)/g),
        ].map((match) => match[1] as string);
        return [
          ...wrapped,
          ...bodies
            .filter((first) => !/await \w+\(args\b|return \w+\(args\b/.test(first))
            .map((first) => `${file}: ${first}`),
        ];
      });
    expect(bad).toEqual([]);
  });

  it("writes no style attribute, which the content security policy would drop without a word", () => {
    expect(files.filter((file) => /\bstyle=/.test(source.get(file) as string))).toEqual([]);
  });

  it("has no file over 250 lines", () => {
    expect(files.filter((file) => (source.get(file) as string).split("\n").length > 250)).toEqual([]);
  });

  it("has no drawer for everything", () => {
    expect(
      files.filter((file) => /(utils?|helpers?|managers?|services?|repositor(y|ies)|common|lib)(\/|\.)/i.test(file)),
    ).toEqual([]);
  });

  it("names every table in one line above it", () => {
    const bad = files
      .filter((file) => file.startsWith("drizzle/schema"))
      .flatMap((file) =>
        [...(source.get(file) as string).matchAll(/(.*)\nexport const (\w+) = pgTable/g)]
          .filter((match) => !match[1]?.startsWith("//"))
          .map((match) => match[2]),
      );
    expect(bad).toEqual([]);
  });
});

type Arrow = { from: string; to: string; type: boolean };

/** Every import of one of our files by another. */
function arrows(): Arrow[] {
  return files.flatMap((from) =>
    [
      ...(source.get(from) as string).matchAll(/(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([~.#][^"]*)"/g),
    ].flatMap((match): Arrow[] => {
      const to = resolve(from, match[2] as string);
      const onlyTypes = /import\s+\{([^}]*)\}/
        .exec(match[0])?.[1]
        ?.split(",")
        .filter((name) => name.trim())
        .every((name) => name.trim().startsWith("type "));
      return to ? [{ from, to, type: Boolean(match[1]) || Boolean(onlyTypes) }] : [];
    }),
  );
}

function resolve(from: string, name: string): string | undefined {
  const bare = name.replace(/\?.*/, "");
  const target = bare.startsWith("~/")
    ? `app/${bare.slice(2)}`
    : bare.startsWith("#drizzle/")
      ? `drizzle/${bare.slice(9)}`
      : path.relative(root, path.resolve(path.dirname(from), bare));
  return [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((file) => source.has(file));
}

function roomOf(file: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => within(file, room))
    .sort((a, b) => b.length - a.length)[0];
}

function within(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`) || file.startsWith(`${place}.`);
}

function list(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
