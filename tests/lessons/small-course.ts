import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { inspectCourse } from "~/lessons/course.server";

const item = (id: string, more = "") => `  - id: ${id}
    interaction: choice
    objectives: [L1.O1]
    difficulty: easy
    sources: [C1]
    read: first
    stem: Is it shut?
    body: { max: 1, options: [{ id: a, text: "Yes" }, { id: b, text: "No" }] }
    key: { right: [a] }
    explanation: It is shut.
    texts: { option.a: Right., option.b: Look again. }
${more}`;

/** The smallest course that breaks no rule: one lesson of two sections, one quiz, one check, one entry of each kind. */
export const smallCourse: Record<string, string> = {
  "objectives.yaml": "- { id: L1.O1, lesson: small, statement: shut a door, bloom: apply }\n",
  "claims.yaml":
    "- { id: C1, claim: The door is shut., speaker: Ada, date: May 2013, article: A1, paragraph: ¶1, status: asserted }\n",
  "background.yaml":
    "- { id: B1, short: Doors, establishes: Doors can be shut., reference: A book, mark: official, check: [checked] }\n",
  "doubts.yaml": "- { id: D1, article: A1, paragraph: ¶2, problem: The word is missing., handled: We leave it out. }\n",
  "sources.yaml":
    "- { id: A1, title: Doors, publisher: The Paper, published: May 2013, date_basis: It says so., events: [], what_it_does_not_establish: [Why.] }\n",
  "glossary.yaml": "- { id: door, term: Door, definition: What one shuts., lesson: small }\n",
  "misconceptions.yaml": "- { id: M1, idea: Doors are walls., why: Both stand. }\n",
  "comments.yaml": "- { id: RC1, article: A1, paraphrase: I like doors., kind: opinion, why: It is a liking. }\n",
  "events.yaml":
    "- { id: E1, date: '2013-05', kind: report, who: Ada, title: The door, what: It was shut., status: context, cites: [C1], possible: One can open it., told: small/first }\n",
  "pairs.yaml":
    "- { id: P1, lesson: small, reviewed: 2026-11-22, title: Two doors, same: Both have a lock., a: The key hangs beside it., b: The owner has the key., questions: [{ ask: Who gets in?, key: a, why: The key is there., cites: [B1] }, { ask: Who locks it?, key: both, why: Both can., cites: [R4] }] }\n",
  "investigations.yaml":
    "- { id: I1, title: One, question: Which switches change one observer?, start: T1I0D0E0W0, goal: { kind: changes-one } }\n",
  "fingerprints.json": JSON.stringify({
    window: 7,
    hashes: [createHash("sha256").update("the cat sat down on the mat").digest("hex").slice(0, 16)],
  }),
  "checks.yaml": `items:\n${item("L1.C1")}`,
  "quizzes/small.yaml": `quiz: small\ntitle: Small quiz\nlesson: small\npractice: everybody\nitems:\n${item("L1.Q1", "    points: 1\n")}`,
  "teacher/small.md": "---\nlesson: small\ntitle: Notes\n---\n\n## Before class\n\nOpen the door.\n",
  "lessons/small.md": `---
title: Small
subtitle: A lesson about doors
summary: Doors are open or shut.
number: 1
reading_minutes: 1
reviewed: 2026-11-21
quiz: small
objectives: [L1.O1]
prerequisites: []
---

## First

A :term[door]{id=door} can be shut. :ref[C1]

:::predict{id=guess type=one}
Is it shut?
- yes: Yes
- no: No
reason: Say why
:::

## Second

::recall{id=guess}

- It was shut. :ref[B1]:ref[D1]

| Door | State |
|---|---|
| Front | Shut :kind[model] |

::check{id=L1.C1}
`,
};

/** A folder with the small course, some files of it replaced. */
export function writeCourse(changed: Record<string, string> = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-content-"));
  for (const [name, text] of Object.entries({ ...smallCourse, ...changed })) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** One file of the small course with some words replaced; throws when they do not stand there. */
export function withWords(name: string, words: string, others: string): Record<string, string> {
  const text = smallCourse[name] ?? "";
  if (!text.includes(words)) throw new Error(`“${words}” does not stand in ${name}`);
  return { [name]: text.replace(words, others) };
}

/** What is wrong with the small course after a change, as `file:line field: message`. */
export function problemsWith(changed: Record<string, string> = {}): string[] {
  const folder = writeCourse(changed);
  const found = inspectCourse(folder).problems;
  fs.rmSync(folder, { recursive: true });
  return found.map(({ file, line, field, message }) => `${path.relative(folder, file)}:${line} ${field}: ${message}`);
}
