import { describe, expect, it } from "vitest";
import { choice } from "~/interactions/choice";
import type { Written } from "~/interactions/contract";
import { order } from "~/interactions/order";
import { problemsOf } from "~/interactions/problems";
import { interactions } from "~/interactions/registry.server";
import { textEntry } from "~/interactions/text-entry";
import { readWritten } from "~/interactions/written";
import { editor, sent } from "./editing";

const v = 1 as const;
const list = (...ids: string[]) => ids.map((id) => ({ id, text: id.toUpperCase() }));
const bare = (body: unknown, key: unknown): Written => ({ body, key, texts: {}, misconceptions: {} });
const three = { body: { v, options: list("a", "b", "c"), max: 1 }, key: { v, right: ["b"] } };
const written: Written = {
  ...three,
  texts: { "option.a": "Not quite.", "option.c": "No." },
  misconceptions: { "option.a": ["M1", "M3"] },
};
const ids = (form: FormData) => choice.authoring.read(form).body.options.map((option) => option.id);

/** The form with some fields set. */
function typed(form: FormData, fields: Record<string, string>): FormData {
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("rows of an editor", () => {
  it("keep their ids through a change of words, and new ones get ids that tell nothing", () => {
    const form = editor("choice", written);
    const blank = [...form.querySelectorAll('input[type="hidden"]')].map((one) => String(one.getAttribute("value")));
    const read = readWritten(
      choice,
      typed(sent(form), { "body.options.b.text": "Another", [`body.options.${blank[3]}.text`]: "New" }),
    );
    expect(read.body.options).toEqual([
      { id: "a", text: "A" },
      { id: "b", text: "Another" },
      { id: "c", text: "C" },
      { id: expect.stringMatching(/^[b-z]{5}$/), text: "New" },
    ]);
    expect(read.key.right).toEqual(["b"]);
    expect(read.texts).toEqual(written.texts);
  });

  it.each([
    [{ "body.options.c.place": "1" }, ["c", "a", "b"]],
    [{ "body.options.a.place": "3" }, ["b", "c", "a"]],
    [{ "body.options.a.place": "2" }, ["b", "a", "c"]],
    [{ "body.options.b.place": "first" }, ["a", "b", "c"]],
    [{ "body.options.a.place": "99" }, ["b", "c", "a"]],
  ])("go where their numbers say: %j", (places, order) => {
    expect(ids(typed(sent(editor("choice", written)), places))).toEqual(order);
  });

  it("go with their feedback when they are removed, and the right one is asked for again", () => {
    const form = typed(sent(editor("choice", written)), {
      "body.options.b.remove": "on",
      "body.options.a.remove": "on",
    });
    const read = readWritten(choice, form);
    expect(read).toEqual({
      body: { v, options: [{ id: "c", text: "C" }], max: 1 },
      key: { v, right: [] },
      texts: { "option.c": "No." },
      misconceptions: {},
    });
    expect(problemsOf(choice, read)).toEqual([
      { path: "body.options", message: "At least 2 are needed." },
      { path: "key.right", message: "Say which answer is right." },
    ]);
  });

  it("come in greater number when more are asked for", () => {
    const rows = (more?: string) => editor("choice", written, more ? { more } : {}).querySelectorAll(".written-row");
    expect(rows("body.options").length).toBeGreaterThan(rows().length);
  });

  it("say at their own field what is missing", () => {
    const read = readWritten(choice, typed(sent(editor("choice", written)), { "body.options.a.text": " " }));
    expect(problemsOf(choice, read)).toEqual([{ path: "body.options.a.text", message: "The words are missing." }]);
    const again = editor("choice", read, { problems: problemsOf(choice, read) });
    const field = again.querySelector('[id="body.options.a.text"]');
    expect(field?.getAttribute("aria-invalid")).toBe("true");
    expect(field?.getAttribute("aria-describedby")).toBe("body.options.a.text-error");
    expect(again.querySelector('[id="body.options.a.text-error"]')?.textContent).toBe("The words are missing.");
  });
});

describe("what an author wrote about answers", () => {
  it("names the misconceptions behind a wrong answer, each chosen from a list", () => {
    const form = editor("choice", written);
    const lists = [...form.querySelectorAll('select[name="misconception.option.a"]')];
    expect(lists).toHaveLength(3);
    expect(lists[0]?.textContent).toContain("M1: Wrong idea 1");
    expect(readWritten(choice, sent(form)).misconceptions).toEqual({ "option.a": ["M1", "M3"] });
  });

  it("keeps a misconception that the list has no more", () => {
    const old = { ...written, misconceptions: { "option.c": ["M99"] } };
    expect(readWritten(choice, sent(editor("choice", old))).misconceptions).toEqual({ "option.c": ["M99"] });
  });

  it("follows a near miss whose place in the list changes", () => {
    const near = {
      ...bare({ v }, { v, accepted: ["tls"], near: ["ssl", "https"] }),
      texts: { "near.0": "Older.", "near.1": "What uses it." },
    };
    const read = readWritten(textEntry, typed(sent(editor("text-entry", near)), { "key.near.0.remove": "on" }));
    expect(read.key.near).toEqual(["https"]);
    expect(read.texts).toEqual({ "near.0": "What uses it." });
  });

  it("follows a common wrong number that is mended", () => {
    const slip = {
      ...bare({ v, unit: "" }, { v, value: 4, tolerance: 0, common: [3, 5] }),
      texts: { "answer.3": "One too few.", right: "Yes." },
    };
    const read = readWritten(interactions.numeric, typed(sent(editor("numeric", slip)), { "key.common.0": "3,5" }));
    expect(read.key).toEqual({ v, value: 4, tolerance: 0, common: [3.5, 5] });
    expect(read.texts).toEqual({ "answer.3.5": "One too few.", right: "Yes." });
  });
});

describe("what a body may not give away", () => {
  it("a new order's steps stand by ids that were drawn at random, not as they were written", () => {
    const ids = ["zzzzz", "mmmmm", "bbbbb"];
    const form = new FormData();
    for (const id of ids) form.append("body.steps", id);
    for (const [index, id] of ids.entries()) form.append(`body.steps.${id}.text`, `Step ${index + 1}`);
    const read = readWritten(order, form);
    expect(read.body.steps.map((step) => step.id)).toEqual(["bbbbb", "mmmmm", "zzzzz"]);
    expect(read.key.order).toEqual(ids);
  });

  it("a grid gets its right cells from the lab's rules where its author leaves them open", () => {
    const form = new FormData();
    for (const row of ["O1_wifi", "O5_provider"]) form.append("body.rows", row);
    for (const field of ["body.setting", "body.setting.tls"]) form.append(field, "on");
    const read = readWritten(interactions["observer-grid"], form);
    expect(read.key.cells).toEqual({ O1_wifi: "metadata", O5_provider: "content" });
    expect(problemsOf(interactions["observer-grid"], read)).toEqual([]);
  });
});

it.each([
  ["4", 4],
  ["-0,5", -0.5],
  ["\u22122.5", -2.5],
  ["0,125", 0.125],
  ["1,234", "1,234"],
  ["1e999", "1e999"],
  ["four", "four"],
])("an author's number %j is read as %j", (text, value) => {
  const form = typed(new FormData(), { "key.value": text });
  expect(interactions.numeric.authoring.read(form).key).toMatchObject({ value });
});
