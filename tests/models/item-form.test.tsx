import { describe, expect, it } from "vitest";
import { problemsOf } from "~/interactions/problems";
import { interactions } from "~/interactions/registry.server";
import { readWritten } from "~/interactions/written";
import { editor, sent } from "../interactions/editing";
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
});
