import { describe, expect, test } from "vitest";
import { problemsWith, smallCourse, withWords } from "./small-course";

const lesson = (words: string, others: string) => problemsWith(withWords("lessons/small.md", words, others));
const quiz = (words: string, others: string) => problemsWith(withWords("quizzes/small.yaml", words, others));

test("a course that breaks no rule has no problem", () => {
  expect(problemsWith()).toEqual([]);
});

describe("content:check fails on an unknown id", () => {
  test("a claim in a lesson", () => {
    expect(lesson(":ref[C1]", ":ref[C99]")).toEqual(["lessons/small.md:15 ref: there is no source C99"]);
  });

  test("a comment on a card", () => {
    const notes = (block: string) => problemsWith(withWords("teacher/small.md", "Open the door.", block));
    expect(notes('::comments{ids="RC1 RC9" show=key}')).toEqual([
      "teacher/small.md:8 comments: there is no comment RC9",
    ]);
    expect(notes("::comments{}")).toEqual([]);
  });

  test("a term, a check, an objective and a quiz in a lesson", () => {
    expect(lesson("{id=door}", "{id=window}")).toEqual(["lessons/small.md:15 term: there is no term window"]);
    expect(lesson("{id=L1.C1}", "{id=L1.C9}")).toEqual(["lessons/small.md:34 check: there is no check L1.C9"]);
    expect(lesson("[L1.O1]", "[L1.O9]")).toEqual(["lessons/small.md:9 objectives: there is no objective L1.O9"]);
    expect(lesson("quiz: small", "quiz: big")).toEqual(["lessons/small.md:8 quiz: there is no quiz big"]);
  });

  test("a prediction that is recalled and was never asked for", () => {
    expect(lesson("::recall{id=guess}", "::recall{id=bet}")).toEqual([
      "lessons/small.md:26 recall: there is no prediction bet",
    ]);
  });

  test("a section that an old address should lead to", () => {
    expect(lesson("quiz: small", "quiz: small\nwas: { old: gone }")).toEqual([
      "lessons/small.md:9 was: there is no section gone",
    ]);
  });

  test("objective, source and misconception of a question", () => {
    expect(quiz("objectives: [L1.O1]", "objectives: [L1.O9]")).toEqual([
      "quizzes/small.yaml:8 L1.Q1 objectives: there is no objective L1.O9",
    ]);
    expect(quiz("sources: [C1]", "sources: [C1, B9]")).toEqual([
      "quizzes/small.yaml:10 L1.Q1 sources: there is no source B9",
    ]);
    expect(quiz("    points: 1", "    points: 1\n    misconceptions: { option.b: [M9] }")).toEqual([
      "quizzes/small.yaml:18 L1.Q1 misconceptions: there is no misconception M9",
    ]);
  });

  test("a section that a question sends to", () => {
    expect(quiz("read: first", "read: third")).toEqual(["quizzes/small.yaml:11 L1.Q1 read: there is no section third"]);
  });

  test("an id that is taken twice", () => {
    expect(quiz("id: L1.Q1", "id: L1.C1")).toEqual(["quizzes/small.yaml:6 L1.C1: this id is taken already"]);
  });
});

describe("content:check fails on what is missing", () => {
  test("the objective of a question", () => {
    expect(quiz("objectives: [L1.O1]", "objectives: []")).toEqual([
      "quizzes/small.yaml:8 items.0.objectives: an item needs at least one objective",
    ]);
  });

  test("feedback for an answer", () => {
    expect(quiz(", option.b: Look again.", "")).toEqual([
      "quizzes/small.yaml:16 L1.Q1 texts: feedback for option.b is missing",
    ]);
  });

  test("a mark at the end of a paragraph, a list item and a table row", () => {
    const message = "ends without a mark: add :ref[...] or :kind[...]";
    expect(lesson(" :ref[C1]", "")).toEqual([`lessons/small.md:15 paragraph: ${message}`]);
    expect(lesson(" :ref[B1]:ref[D1]", "")).toEqual([`lessons/small.md:28 list item: ${message}`]);
    expect(lesson(" :kind[model]", "")).toEqual([`lessons/small.md:32 table row: ${message}`]);
  });

  test("a whole file, and an attribute of a block", () => {
    expect(problemsWith({ "fingerprints.json": "" })).toHaveLength(1);
    expect(lesson("{id=guess type=one}", "{id=guess}")).toEqual([
      'lessons/small.md:17 predict: type: Invalid option: expected one of "one"|"many"|"place"',
    ]);
  });
});

describe("content:check fails on words", () => {
  test("seven in a row of an article, unless they are quoted", () => {
    const copied = "They say the cat sat down, on the mat.";
    const found =
      "“the cat sat down on the mat” stands in an article: write it anew, or quote a short phrase with its speaker";
    expect(lesson("- It was shut.", `- ${copied}`)).toEqual([`lessons/small.md:28 paragraph: ${found}`]);
    expect(lesson("- It was shut.", "- They say “the cat sat down, on the mat”.")).toEqual([]);
    expect(quiz("It is shut.", copied)).toEqual([`quizzes/small.yaml:15 L1.Q1 explanation: ${found}`]);
    for (const name of ["claims.yaml", "glossary.yaml", "background.yaml"]) {
      const words = {
        "claims.yaml": "The door is shut.",
        "glossary.yaml": "What one shuts.",
        "background.yaml": "Doors can be shut.",
      }[name] as string;
      expect(problemsWith(withWords(name, words, `"${copied}"`))).toHaveLength(1);
    }
    expect(problemsWith(withWords("teacher/small.md", "Open the door.", copied))).toEqual([
      `teacher/small.md:8 paragraph: ${found}`,
    ]);
  });

  test("that take a side, unless they are quoted", () => {
    const message = "takes a side: say what happened in plain words";
    for (const word of ["whistleblower", "dragnet", "FAILS", "hoovered up", "notorious"])
      expect(lesson("- It was shut.", `- It ${word} doors.`)).toEqual([
        `lessons/small.md:28 paragraph: “${word}” ${message}`,
      ]);
    expect(lesson("- It was shut.", "- The headline says “FAILS”. It fails.")).toEqual([]);
  });

  test("that are too hard for a lesson as a whole", () => {
    const hard =
      "Organisational considerations necessitate comprehensive administrative re-evaluation of institutional responsibilities throughout multinational telecommunications infrastructure.";
    const [problem, ...more] = problemsWith({
      "lessons/small.md": (smallCourse["lessons/small.md"] ?? "")
        .replace("can be shut.", hard)
        .replace("It was shut.", hard)
        .replace("A :term[door]{id=door}", "Such"),
    });
    expect(problem).toMatch(/^lessons\/small.md:1 reading level: grade \d\d\.\d is above 11/);
    expect(more).toEqual([]);
  });
});

describe("content:check fails on form", () => {
  test("a block that there is not", () => {
    expect(lesson(":::predict{id=guess type=one}", ":::guess{id=guess}")).toContain(
      "lessons/small.md:17 guess: there is no block of this name; see content/README.md",
    );
  });

  test("a kind that there is not, and one in the middle", () => {
    expect(lesson(":kind[model]", ":kind[fact]")).toContain(
      "lessons/small.md:32 kind: fact is not one of definition, question, instruction, model, reading",
    );
    expect(lesson("can be shut. :ref", "can be shut. :kind[model] :ref")).toEqual([
      "lessons/small.md:15 kind: stands in the middle: a kind is the last thing of its block",
    ]);
  });

  test("a step and an entry of a timeline that are not written as they should be", () => {
    expect(lesson("::check{id=L1.C1}", ":::steps\n- Wi-Fi | everything | Why. :kind[model]\n:::")).toEqual([
      "lessons/small.md:35 steps: a step is written `- place | content, metadata or nothing | why`",
    ]);
    expect(lesson("::check{id=L1.C1}", ":::timeline\n- May | known | It was. :kind[model]\n:::")).toEqual([
      "lessons/small.md:35 timeline: an entry is written `- date | status | text`",
    ]);
  });

  test("a prediction with one option", () => {
    expect(lesson("- no: No\n", "")).toEqual(["lessons/small.md:17 predict: a prediction needs at least two options"]);
  });

  test("text before the first section", () => {
    expect(lesson("## First", "Hello.\n\n## First")).toEqual([
      "lessons/small.md:13 : this stands before the first ## heading",
    ]);
  });
});
