import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SeenItem } from "~/access/rights";
import { interactions } from "~/interactions/registry.server";
import { codeWords } from "~/models/code-words";
import { differences, pieces } from "~/models/item-diff";
import { draft } from "../factories";
import { examples } from "../interactions/examples";

/** A stored version of a choice of three. */
function version(more: Parameters<typeof draft>[0] = {}): SeenItem["newest"] {
  const { explanation, texts, misconceptions, read, id, ...wording } = draft(more);
  const feedback = { v: 1, explanation, texts, misconceptions };
  const stored = { id, itemId: id, version: 1, hash: "", change: "meaning", authorId: null, createdAt: new Date(0) };
  return { ...stored, ...wording, feedback, read: read ?? null } as SeenItem["newest"];
}

describe("what differs between two versions", () => {
  it("is nothing between a version and itself, for every type", () => {
    for (const { type, body, key } of examples) {
      const one = version({ interaction: type, body, key });
      expect(differences(one, structuredClone(one))).toEqual([]);
    }
  });

  it("is named in words: the question, an option, the key, the feedback to an option, a hint", () => {
    const options = ["a", "b", "d"].map((id) => ({ id, text: id === "b" ? "Letter beta" : `Letter ${id}` }));
    const after = version({
      stem: "Which letter is the first?",
      body: { v: 1, max: 1, options },
      key: { v: 1, right: ["b"] },
      texts: { "option.a": "Right.", "option.b": "Now this one.", "option.d": "That is the fourth." },
      hints: ["Sing the song."],
      objectives: ["L1.O1"],
    });
    expect(differences(version(), after)).toEqual([
      { what: "Question", before: "Which letter comes first?", after: "Which letter is the first?" },
      { what: "Options: b", before: "Letter b", after: "Letter beta" },
      { what: "Options: d", before: null, after: "Letter d" },
      { what: "Key: right", before: "a", after: "b" },
      { what: "Feedback for Letter beta", before: null, after: "Now this one." },
      { what: "Feedback for Letter d", before: null, after: "That is the fourth." },
      { what: "Hint 1", before: null, after: "Sing the song." },
      { what: "Objectives", before: "", after: "L1.O1" },
      { what: "Options: c", before: "Letter c", after: null },
      { what: "Feedback for Letter b", before: "That is the second.", after: null },
      { what: "Feedback for Letter c", before: "That is the third.", after: null },
    ]);
  });

  it("says when a key went or came", () => {
    const gone = "none: it asks for an opinion";
    const changed = (before: unknown, after: unknown) =>
      differences(version({ key: before }), version({ key: after })).filter(({ what }) => what === "Key");
    const key = { v: 1, right: ["a"] };
    expect(changed(key, null)).toEqual([{ what: "Key", before: null, after: gone }]);
    expect(changed(null, key)).toEqual([{ what: "Key", before: gone, after: null }]);
  });
});

describe("two texts word by word", () => {
  it("keep the longest common run and show the rest as gone and new", () => {
    expect(pieces("The company may read it", "The provider may not read it")).toEqual([
      { text: "The ", kind: "same" },
      { text: "company", kind: "gone" },
      { text: "provider", kind: "new" },
      { text: " may ", kind: "same" },
      { text: "not ", kind: "new" },
      { text: "read it", kind: "same" },
    ]);
  });

  it("give both texts back, whatever they are", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n") });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const side = (not: string) =>
          pieces(before, after)
            .filter(({ kind }) => kind !== not)
            .map((piece) => piece.text)
            .join("");
        expect([side("new"), side("gone")]).toEqual([before, after]);
      }),
    );
  });
});

describe("a code in words", () => {
  it.each(examples.map((example) => [example.title, example] as const))("reads for a %s", (_, { type, body, key }) => {
    const codes = interactions[type].codes(body, key);
    expect(codes.length > 0).toBe(interactions[type].marking === "automatic");
    for (const code of codes) {
      expect(codeWords(code, body, key)).toMatch(/\S/);
      expect(codeWords(code, body, key)).not.toMatch(/undefined|^(option|near|answer|tf|reason|target)\./);
    }
  });

  it("names the gap's word, the observer and the expected slip", () => {
    const of = (title: string) => examples.find((one) => one.title === title) as (typeof examples)[number];
    const words = (title: string, code: string) => codeWords(code, of(title).body, of(title).key);
    expect(words("inline choice", "gap.2.x")).toBe("gap 2: to lock files");
    expect(words("observer grid", "cell.O5_provider.content")).toBe("Provider: content");
    expect(words("text entry", "near.1")).toBe("HTTPS");
    expect(words("numeric", "answer.3998")).toBe("3998");
  });
});
