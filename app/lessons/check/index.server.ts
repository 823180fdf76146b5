import type { Course } from "../course-type";
import type { Problem } from "../read-yaml.server";
import { bareBlocks, misplacedKinds } from "./bare.server";
import { copiedPhrases } from "./copied.server";
import { doubleIds } from "./double-ids.server";
import { wrongEvents } from "./events.server";
import { unknownInItems, wrongReads } from "./items.server";
import { unknownInLessons } from "./lessons.server";
import { loadedWords } from "./loaded-words.server";
import { wrongPairs } from "./pairs.server";
import { tooHard } from "./reading-level.server";

/** The rules of content/, each a function from the course to what breaks it. */
const rules: ((course: Course) => Problem[])[] = [
  doubleIds,
  unknownInLessons,
  unknownInItems,
  wrongReads,
  wrongEvents,
  wrongPairs,
  misplacedKinds,
  bareBlocks,
  copiedPhrases,
  loadedWords,
  tooHard,
];

/** Everything that is wrong in a course that could be read, by file and line. */
export function checkCourse(course: Course): Problem[] {
  return rules.flatMap((rule) => rule(course)).sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
