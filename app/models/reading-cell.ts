/** What one student has of something that is only to be read. It has no score. Late: finished after it was due. */
export type ReadingCell =
  | { state: "reading"; read: number; sections: number }
  | { state: "finished"; sections: number; late: boolean };

/** Where nothing is done yet, by where it stands for the student. */
export const untouched = {
  "not open yet": "not open yet",
  open: "not started",
  overdue: "overdue",
  closed: "missing",
} as const;
