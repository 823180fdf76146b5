import type { Words } from "./words";

/** Tables by which the installation is run: who did what, what it does by itself, how long what is kept. */
export const running = {
  auditLog: {
    kind: "class",
    what: "that somebody looked at your work, or changed something of it or of you",
    of: ["subjectId"],
    at: "at",
    holds: {
      "when, by whom, and what": ["id", "at", "actorId", "act", "subjectId"],
      "in which class, for what, and how many": ["classId", "assignmentId", "counts"],
      "a fingerprint, so that the same look is written down once an hour": ["once"],
    },
    readers: ["you", "teaching", "host"],
    until: "as long as whoever runs this installation has set it; nobody can change or remove one line of it",
    did: [{ by: "actorId", at: "at", did: "looked at or changed the work of others" }],
  },
  jobs: {
    of: null,
    what: "What this installation does by itself, such as removing what is past its time, and when next.",
  },
  retention: {
    of: null,
    what: "How long what is kept here.",
    did: [{ by: "setBy", at: "setAt", did: "set how long things are kept" }],
  },
} satisfies Partial<Words>;
