import path from "node:path";
import { z } from "zod";
import { checkCourse } from "./check/index.server";
import {
  Background,
  Claim,
  Comment,
  Doubt,
  Fingerprints,
  Misconception,
  Objective,
  Source,
  Term,
} from "./entries.server";
import { type AuthoredLesson, type AuthoredNotes, markdownFiles, readLesson, readNotes } from "./lesson-file.server";
import { type AuthoredItem, type AuthoredQuiz, quizFiles, readChecks, readQuiz } from "./quiz-file.server";
import { ContentError, gather, type Problem, type ReadFile, readYaml } from "./read-yaml.server";

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
  fingerprints: z.infer<typeof Fingerprints>;
  quizzes: AuthoredQuiz[];
  checks: AuthoredItem[];
  lessons: AuthoredLesson[];
  notes: AuthoredNotes[];
};

/** @throws ContentError with everything that is wrong in any file */
export function readCourse(content: string): Course {
  const { course, problems } = inspectCourse(content);
  if (!course || problems.length > 0) throw new ContentError(problems);
  return course;
}

/** Reads the course and holds it against all rules. Without a course some file could not even be read. */
export function inspectCourse(content: string): { course: Course | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const course = readFiles(content, problems);
  if (course) problems.push(...checkCourse(course));
  return { course, problems };
}

function readFiles(content: string, problems: Problem[]): Course | null {
  const list = <T>(name: string, entry: z.ZodType<T>) =>
    gather(problems, () => readYaml(path.join(content, name), z.array(entry)));
  const each = <T>(files: string[], read: (file: string) => T) =>
    files.flatMap((file) => gather(problems, () => read(file)) ?? []);
  const course = {
    objectives: list("objectives.yaml", Objective),
    claims: list("claims.yaml", Claim),
    background: list("background.yaml", Background),
    doubts: list("doubts.yaml", Doubt),
    sources: list("sources.yaml", Source),
    terms: list("glossary.yaml", Term),
    misconceptions: list("misconceptions.yaml", Misconception),
    comments: list("comments.yaml", Comment),
    fingerprints: gather(problems, () => readYaml(path.join(content, "fingerprints.json"), Fingerprints))?.value,
    checks: gather(problems, () => readChecks(content)),
    quizzes: each(quizFiles(content), readQuiz),
    lessons: each(markdownFiles(path.join(content, "lessons")), readLesson),
    notes: each(markdownFiles(path.join(content, "teacher")), readNotes),
  };
  return problems.length > 0 ? null : (course as Course);
}
