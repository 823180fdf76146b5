import type { assignments, attempts, classes, items, itemVersions, quizzes } from "#drizzle/schema";
import type { Matrix, Shown } from "~/models/review-matrix";
import type { Granted } from "./grant";

/** Who a browser belongs to. A guest has neither an account nor a place in a class. */
export type Person = {
  id: string;
  name: string;
  mayTeach: boolean;
  host: boolean;
  guest: boolean;
  sample: string | null;
  /** In by the list on a device of the class: somebody picked this name, and nobody proved that it is theirs. */
  device: boolean;
};

export type SignedIn = Granted<"signed in", Person>;
export type Teacher = Granted<"may teach", Person>;
export type Host = Granted<"host", Person>;

type AttemptRecord = typeof attempts.$inferSelect & {
  title: string;
  lesson: string | null;
  /** What the quiz says of results as a whole: see `bandReached`. */
  bands: unknown;
  zone: string | null;
  className: string | null;
  teacherName: string | null;
  studentName: string;
  /** What its owner may see of the result now, whether that is anything, and when more of it comes by the calendar. */
  shown: Shown;
  released: boolean;
  releasedAt: Date | null;
  /** When it is shown, each aspect by itself. */
  matrix: Matrix;
  /** The deadline stands, but no clock runs on the student's page. */
  noTimer: boolean;
};
export type MyAttempt = Granted<"my attempt", OwnAttempt>;
/** An attempt as its student may read it now: for the student, and for who looks at it as this student does. */
export type ViewedAttempt = Granted<"my attempt" | "viewed attempt", OwnAttempt>;
/** `viewer` is its student. */
type OwnAttempt = AttemptRecord & { viewer: Person };
export type TaughtAttempt = Granted<"taught attempt", DeskAttempt>;
/** An attempt of a class that one teaches or observes: to read. */
export type SeenAttempt = Granted<"taught attempt" | "observed attempt", DeskAttempt>;
type DeskAttempt = AttemptRecord & { viewer: Person; observer: boolean };

type ClassRecord = typeof classes.$inferSelect & { viewer: Person; observer: boolean };
export type TaughtClass = Granted<"taught class", ClassRecord>;
/** A class that one teaches or observes: to read. */
export type SeenClass = Granted<"taught class" | "observed class", ClassRecord>;

/** A student of a class, for who teaches or observes it and looks at it as this student does: only to read. */
export type ViewedStudent = Granted<"viewed student", ClassRecord & { student: Person }>;

/** Where an assignment stands by its dates, for one person or for the class. "overdue": past the due date and still open. */
export type Phase = "not open yet" | "open" | "overdue" | "closed";

export type AssignmentRecord = typeof assignments.$inferSelect & {
  phase: Phase;
  zone: string;
  className: string;
  /** When its class was archived: nothing of it is started any more. */
  archivedAt: Date | null;
  viewer: Person;
};
/** An assignment given to me as a student, with the dates and rules that hold for me. */
export type MyAssignment = Granted<"my assignment", OwnAssignment>;
/** The same to read: for the student, and for who looks at it as this student does. */
export type ViewedAssignment = Granted<"my assignment" | "viewed assignment", OwnAssignment>;
/** `viewer` is the student. */
type OwnAssignment = AssignmentRecord & {
  timeFactor: number;
  noTimer: boolean;
  calm: boolean;
  password: string | null;
};
/** An assignment with the dates and rules of its class. */
export type TaughtAssignment = Granted<"taught assignment", DeskAssignment>;
/** An assignment of a class that one teaches or observes: to read. */
export type SeenAssignment = Granted<"taught assignment" | "observed assignment", DeskAssignment>;
type DeskAssignment = AssignmentRecord & { observer: boolean };

/** A question of the bank at its newest version. Without an owner it came with the course. */
export type ItemRecord = typeof items.$inferSelect & {
  ownerName: string | null;
  mayEdit: boolean;
  newest: typeof itemVersions.$inferSelect & { objectives: string[] };
  viewer: Person;
};
/** A question that a teacher may read, with its key. */
export type SeenItem = Granted<"seen item", ItemRecord>;
/** A question that a teacher may change: her own, or one that its owner has opened. */
export type EditedItem = Granted<"edited item", ItemRecord>;

/** A quiz as its teachers see it. Without an owner it came with the course. */
export type QuizRecord = typeof quizzes.$inferSelect & { ownerName: string | null; mayEdit: boolean; viewer: Person };
/** A quiz that a teacher may read, try and copy. */
export type SeenQuiz = Granted<"seen quiz", QuizRecord>;
/** A quiz that a teacher may change: her own, or one that its owner has opened. */
export type EditedQuiz = Granted<"edited quiz", QuizRecord>;
