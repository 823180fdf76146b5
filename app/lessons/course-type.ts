import type { z } from "zod";
import type {
  Background,
  Claim,
  Comment,
  Doubt,
  Event,
  Fingerprints,
  Investigation,
  Misconception,
  Objective,
  Pair,
  Source,
  Term,
} from "./entries.server";
import type { AuthoredLesson, AuthoredNotes } from "./lesson-file.server";
import type { AuthoredItem, AuthoredQuiz } from "./quiz-file.server";
import type { ReadFile } from "./read-yaml.server";

/** Everything in content/, read and held against its schemas. Lists of entries know their lines. */
export type Course = {
  objectives: ReadFile<Objective[]>;
  claims: ReadFile<Claim[]>;
  background: ReadFile<Background[]>;
  doubts: ReadFile<Doubt[]>;
  sources: ReadFile<Source[]>;
  terms: ReadFile<Term[]>;
  misconceptions: ReadFile<Misconception[]>;
  comments: ReadFile<z.infer<typeof Comment>[]>;
  events: ReadFile<Event[]>;
  pairs: ReadFile<Pair[]>;
  investigations: ReadFile<Investigation[]>;
  fingerprints: z.infer<typeof Fingerprints>;
  quizzes: AuthoredQuiz[];
  checks: AuthoredItem[];
  lessons: AuthoredLesson[];
  notes: AuthoredNotes[];
};
