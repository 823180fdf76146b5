import path from "node:path";
import { z } from "zod";
import { checkCourse } from "./check/index.server";
import type { Course } from "./course-type";
import {
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
import { markdownFiles, readLesson, readNotes } from "./lesson-file.server";
import { quizFiles, readChecks, readQuiz } from "./quiz-file.server";
import { ContentError, gather, type Problem, readYaml } from "./read-yaml.server";

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
    events: list("events.yaml", Event),
    pairs: list("pairs.yaml", Pair),
    investigations: list("investigations.yaml", Investigation),
    fingerprints: gather(problems, () => readYaml(path.join(content, "fingerprints.json"), Fingerprints))?.value,
    checks: gather(problems, () => readChecks(content)),
    quizzes: each(quizFiles(content), readQuiz),
    lessons: each(markdownFiles(path.join(content, "lessons")), readLesson),
    notes: each(markdownFiles(path.join(content, "teacher")), readNotes),
  };
  return problems.length > 0 ? null : (course as Course);
}
