import type { Words } from "./words";

const given = "you delete it; where a class gave you the lesson, it stays with the class";

/** What is stored of somebody's reading, trying and practising. */
export const lessons = {
  readingProgress: {
    kind: "lessons",
    what: "a section that you marked as read",
    of: ["personId"],
    at: "readAt",
    holds: { "which section, and when": ["personId", "lesson", "section", "readAt"] },
    readers: ["you", "read"],
    until: given,
  },
  sectionOpenings: {
    kind: "lessons",
    what: "when you first opened a section, while signed in",
    of: ["personId"],
    at: "openedAt",
    holds: { "which section, and when": ["personId", "lesson", "section", "openedAt"] },
    readers: ["read"],
    until: given,
  },
  lessonAnswers: {
    kind: "lessons",
    what: "what you put into a lesson: predictions, answers to checks, your own words",
    of: ["personId"],
    at: "madeAt",
    holds: {
      "where, what and when": ["id", "personId", "lesson", "block", "kind", "value", "madeAt"],
      "whether you let your teachers read it": ["shared"],
    },
    readers: ["you", "counted", "shared"],
    until: "you delete it; answers to checks of a lesson that a class gave you stay with the class",
  },
  labPredictions: {
    kind: "lessons",
    what: "a prediction in the lab",
    of: ["personId"],
    at: "madeAt",
    holds: {
      "at which setting, in which lesson or investigation, and when": [
        "id",
        "personId",
        "lesson",
        "block",
        "investigation",
        "settings",
        "madeAt",
      ],
      "what you predicted, how much of it was right, and whether you had a hint": ["predicted", "hits", "hinted"],
    },
    readers: ["you", "staff"],
    until: "you delete it",
  },
  reviewCards: {
    kind: "again",
    what: "a question that you missed, and the day on which it comes back",
    of: ["personId"],
    at: "changedAt",
    holds: {
      "which question, and whether you had left it open": ["personId", "itemId", "blank"],
      "how well you seem to remember it, and when it was and will be asked": [
        "stability",
        "difficulty",
        "seenOn",
        "dueOn",
        "answers",
        "changedAt",
      ],
    },
    readers: ["you"],
    until: "you delete it",
  },
  reviewAnswers: {
    kind: "again",
    what: "your answer to a question that came back",
    of: ["personId"],
    at: "answeredAt",
    holds: {
      "which question": ["id", "personId", "itemId", "number", "itemVersionId"],
      "what you answered, when, with how many hints, how right it was, and when it comes next": [
        "response",
        "answeredAt",
        "hints",
        "fraction",
        "dueOn",
      ],
    },
    readers: ["you"],
    until: "you delete it",
  },
} satisfies Partial<Words>;
