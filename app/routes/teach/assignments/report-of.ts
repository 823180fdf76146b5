import type { SeenAssignment } from "~/access/rights";

/** What the head of an assignment's pages says of it. */
export type ReportOf = {
  id: string;
  title: string;
  classId: string;
  className: string;
  quiz: string | null;
  lesson: string | null;
  observer: boolean;
};

/** Only this of an assignment goes to its pages: the rest of the record is not for everybody who sees one. */
export function reportOf({ id, title, classId, className, quiz, lesson, observer }: SeenAssignment): ReportOf {
  return { id, title, classId, className, quiz, lesson, observer };
}
