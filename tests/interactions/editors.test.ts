import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Written } from "~/interactions/contract";
import { problemsOf } from "~/interactions/problems";
import { interactionNames, interactions } from "~/interactions/registry.server";
import { readWritten } from "~/interactions/written";
import { readChecks } from "~/lessons/quiz-file.server";
import { quizzes } from "../playing";
import { controlsOf, editor, nameOf, sent } from "./editing";
import { type Example, examples } from "./examples";

const items = [...quizzes.flatMap((quiz) => quiz.items), ...readChecks("content")];
const bare = (draft: { body: unknown; key: unknown }): Written => ({ ...draft, texts: {}, misconceptions: {} });

describe("every question of the course goes through its editor unchanged", () => {
  it("they are of all types", () => {
    expect(new Set(items.map((item) => item.interaction))).toEqual(new Set(interactionNames));
  });

  it.each(items.map((item) => [item.id, item] as const))("%s", (_, {
    interaction,
    body,
    key,
    texts,
    misconceptions,
  }) => {
    const type = interactions[interaction];
    const form = editor(interaction, { body, key, texts, misconceptions });
    const read = readWritten(type, sent(form));
    expect(read).toEqual({ body, key, texts, misconceptions });
    expect(problemsOf(type, read)).toEqual([]);
    expect(readWritten(type, sent(form, "body.options"))).toEqual(read);
  });
});

describe.each(interactionNames)("the editor of %s", (name) => {
  const type = interactions[name];
  const whole = bare(examples.find((example) => example.type === name) as Example);

  it("begins with something to fill in, and says what is missing instead of breaking", () => {
    const form = editor(name, bare(type.authoring.blank()));
    expect(controlsOf(form).length).toBeGreaterThan(2);
    const read = readWritten(type, sent(form));
    expect(read).toEqual(bare(type.authoring.blank()));
    const problems = problemsOf(type, read);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message } of problems) expect(message).toMatch(/^[A-Z“].*[.!?]$/);
    for (const { message } of problems) expect(message).not.toMatch(/Invalid|expected|array|string|undefined/);
  });

  it("takes a form without any of its fields for an unfinished question", () => {
    expect(problemsOf(type, readWritten(type, new FormData())).length).toBeGreaterThan(0);
  });

  it("names every control, and every control once", () => {
    for (const written of [bare(type.authoring.blank()), whole]) {
      const form = editor(name, written);
      const ids = [...form.querySelectorAll("[id]")].map((one) => one.getAttribute("id"));
      expect(ids).toEqual([...new Set(ids)]);
      for (const control of controlsOf(form))
        expect([control.getAttribute("name"), nameOf(form, control)]).toEqual([
          expect.any(String),
          expect.stringMatching(/\S/),
        ]);
      expect(form.innerHTML).not.toContain(" style=");
    }
  });

  it("whatever is sent is read, drawn again and read the same; each problem stands at a field that is there", () => {
    fc.assert(
      fc.property(broken(name, whole), (form) => {
        const read = readWritten(type, form);
        const problems = problemsOf(type, read);
        const again = editor(name, read, { problems });
        expect(readWritten(type, sent(again))).toEqual(read);
        for (const { path, message } of problems) {
          const field = [...again.querySelectorAll("[id]")].find((one) => one.getAttribute("id") === path);
          expect([path, field !== undefined]).toEqual([path, true]);
          const error = again.querySelector(`[id="${path}-error"]`) ?? field;
          expect(error?.textContent).toContain(
            problems.find((one) => one.path === path)?.message === message ? message : "",
          );
          if (error !== field) {
            expect(field?.getAttribute("aria-invalid")).toBe("true");
            expect(field?.getAttribute("aria-describedby")).toContain(`${path}-error`);
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

/** The form of a whole question in which some fields were emptied, doubled, filled with anything, or left out. */
function broken(name: (typeof interactionNames)[number], whole: Written): fc.Arbitrary<FormData> {
  const entries = [...sent(editor(name, whole)).entries()].map(([field, value]) => [field, String(value)] as const);
  const anything = fc.oneof(
    fc.constantFrom(
      "x".repeat(10_001),
      "",
      " ",
      "7",
      "-1",
      "1,5",
      "{1} {3}",
      "{a b}",
      "*",
      "several",
      "all",
      "on",
      "true",
      "__proto__",
    ),
    fc.string({ unit: "grapheme-ascii", maxLength: 8 }),
  );
  const one = fc.oneof(
    { arbitrary: fc.constant((value: string): string[] => [value]), weight: 8 },
    { arbitrary: fc.constant((): string[] => []), weight: 1 },
    { arbitrary: fc.constant((value: string): string[] => [value, value]), weight: 1 },
    { arbitrary: anything.map((other) => (): string[] => [other]), weight: 2 },
  );
  return fc.tuple(...entries.map(() => one)).map((changes) => {
    const form = new FormData();
    for (const [index, [field, value]] of entries.entries())
      for (const changed of changes[index]?.(value) ?? []) form.append(field, changed);
    return form;
  });
}
