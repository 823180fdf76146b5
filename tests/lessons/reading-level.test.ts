import { expect, test } from "vitest";
import { countSyllables, grade, sentencesOf } from "~/lessons/check/readability.server";

test("syllables of common words", () => {
  const words = {
    cat: 1,
    the: 1,
    make: 1,
    table: 2,
    encrypted: 3,
    stopped: 1,
    needed: 2,
    services: 3,
    places: 2,
    keys: 1,
    provider: 3,
    idea: 3,
    radio: 3,
    video: 3,
    people: 2,
    language: 2,
    communication: 5,
    information: 4,
    special: 2,
    material: 4,
    actual: 3,
    being: 2,
    trying: 2,
    client: 2,
    year: 1,
    readable: 3,
    "server-to-server": 5,
  };
  const counted = Object.fromEntries(Object.keys(words).map((word) => [word, countSyllables(word)]));
  expect(counted).toEqual(words);
});

test("sentences end where a new one begins", () => {
  expect(sentencesOf("He said “no.” Then he left. It was 3.5 km. That is all?")).toEqual([
    "He said “no.”",
    "Then he left.",
    "It was 3.5 km.",
    "That is all?",
  ]);
});

test("the grade follows Kincaid's formula", () => {
  // 6 words, 1 sentence, 6 syllables: 0.39 x 6 + 11.8 x 1 - 15.59
  expect(grade(["The cat sat on the mat."], () => false)).toBeCloseTo(-1.45, 2);
  // Without "the": 4 words, 4 syllables.
  expect(grade(["The cat sat on the mat."], (word) => word.toLowerCase() === "the")).toBeCloseTo(-2.23, 2);
});
