import { parseHTML } from "linkedom";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { problemsOf } from "~/interactions/problems";
import { interactions } from "~/interactions/registry.server";
import { readWritten } from "~/interactions/written";
import { type ItemForm, readForm } from "~/models/item-draft.server";
import { ItemFormFields } from "~/routes/teach/items/item-form";
import { editor, known, sent } from "../interactions/editing";
import { quizzes } from "../playing";

const items = quizzes.flatMap((quiz) => quiz.items);

describe("the form of a question of the course", () => {
  it.each(
    items.map((item) => [item.id, item.interaction, item] as const),
  )("%s (%s) comes back as it was drawn", (_, interaction, { body, key, texts, misconceptions }) => {
    const read = readWritten(
      interactions[interaction],
      sent(editor(interaction, { body, key, texts, misconceptions })),
    );
    expect(problemsOf(interactions[interaction], read)).toEqual([]);
    expect(read).toEqual({ body, key, texts, misconceptions });
  });

  it("keeps what all types share, as it was stored", () => {
    for (const item of items) {
      const { interaction, stem, explanation, hints, objectives, difficulty, sources, body, key } = item;
      const shared = { tags: "week 1, post", sources: sources.join(", "), read: "", opinion: false, shared: true };
      const form: ItemForm = {
        ...{ interaction, madeFrom: 3, more: null },
        fields: { stem, explanation, hints, objectives, difficulty, ...shared, change: "words" },
        written: { body, key, texts: item.texts, misconceptions: item.misconceptions },
      };
      const lists = { objectives: objectives.map((id) => ({ id, statement: id })), places: [], misconceptions: known };
      const props = { form, wrong: null, lists, kind: "Save", asks: true, own: true };
      const { document } = parseHTML(`<div>${renderToStaticMarkup(createElement(ItemFormFields, props))}</div>`);
      const read = readForm(sent(document.querySelector("form") as HTMLFormElement), interaction);
      expect([item.id, read]).toEqual([item.id, form]);
    }
  });
});
