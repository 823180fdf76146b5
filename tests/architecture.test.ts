import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { roomOf, rooms, within } from "./rooms";

const root = path.resolve(".");
const files = list("app").concat(list("drizzle"));
const source = new Map(files.map((file) => [file, fs.readFileSync(file, "utf8")]));

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
    const all = new Map([...source, ...list("tests").map((file) => [file, fs.readFileSync(file, "utf8")] as const)]);
    expect([...all].filter(([, text]) => text.trimEnd().split("\n").length > 250).map(([file]) => file)).toEqual([]);
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

function list(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
