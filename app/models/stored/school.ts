import type { Words } from "./words";

/** Tables of the course and of the school's things. */
export const school = {
  classes: {
    of: null,
    what: "A class: its name and zone.",
    did: [{ by: "createdBy", at: "createdAt", did: "made a class" }],
  },
  assignments: {
    of: null,
    what: "A quiz or lesson that a class was given, with its dates and rules.",
    did: [{ by: "createdBy", at: "createdAt", did: "gave a class something to do" }],
  },
  invitations: {
    of: null,
    what: "A link that lets its first user teach. Only a keyed fingerprint of it is kept.",
    did: [
      { by: "createdBy", at: "createdAt", did: "made a link for a colleague" },
      { by: "usedBy", at: "usedAt", did: "used such a link" },
    ],
  },
  deviceLinks: {
    of: null,
    what: "A link for the devices of a classroom, for the length of a lesson.",
    did: [{ by: "createdBy", at: "createdAt", did: "opened devices for a class" }],
  },
  items: {
    of: null,
    what: "A question of the bank.",
    did: [{ by: "ownerId", at: "createdAt", did: "own a question" }],
  },
  itemVersions: {
    of: null,
    what: "One wording of a question, with its key and replies.",
    did: [{ by: "authorId", at: "createdAt", did: "wrote a wording of a question" }],
  },
  quizzes: {
    of: null,
    what: "A quiz, with who changed it last.",
    did: [{ by: "ownerId", at: "changedAt", did: "own a quiz" }],
  },
  repairs: {
    of: null,
    what: "A correction of a question in one assignment.",
    did: [
      { by: "madeBy", at: "madeAt", did: "corrected a question" },
      { by: "undoneBy", at: "undoneAt", did: "undid a correction" },
    ],
  },
  voteRounds: {
    of: null,
    what: "One time that a class was asked together.",
    did: [{ by: "openedBy", at: "openedAt", did: "asked a class together" }],
  },
  groupOverrides: {
    of: null,
    what: "An exception that was made for a group.",
    did: [{ by: "setBy", at: "setAt", did: "made an exception for a group" }],
  },
  groups: { of: null, what: "A group of a class: its name." },
  joinCodes: { of: null, what: "The code of a class." },
  lessons: { of: null, what: "A lesson of the course." },
  lessonVersions: { of: null, what: "One wording that a lesson had." },
  sections: { of: null, what: "The text of one section." },
  courseSyncs: { of: null, what: "A fingerprint of the course files." },
  objectives: { of: null, what: "What can be done after a lesson." },
  ledger: { of: null, what: "The claims, articles and terms of the course. The people named there spoke in public." },
  itemObjectives: { of: null, what: "Which question measures what." },
  quizSections: { of: null, what: "A part of a quiz: its heading and texts." },
  quizSlots: { of: null, what: "Which question stands where in a quiz." },
  throttles: {
    of: null,
    what: "How often a PIN, password or code was tried lately. What it is counted for, a login or a network address, stands there as a keyed fingerprint, from which neither can be read back. It counts for a day at most.",
  },
} satisfies Partial<Words>;
