import type { ReactNode } from "react";
import { Ways } from "../ways";
import type { ReportOf } from "./report-of";

const always = () => true;
const withQuiz = ({ quiz }: ReportOf) => quiz !== null;
const withLesson = ({ lesson }: ReportOf) => lesson !== null;

const pages: [page: string, words: string, has: (of: ReportOf) => boolean][] = [
  ["", "Results", always],
  ["/questions", "Questions", withQuiz],
  ["/items", "Item analysis", withQuiz],
  ["/comparison", "Compare", withQuiz],
  ["/misconceptions", "Wrong ideas", withQuiz],
  ["/reading", "Lesson", withLesson],
  ["/live", "Live", always],
  ["/projector", "Projector", withQuiz],
  ["/marking", "To mark", (of) => withQuiz(of) && !of.observer],
  ["/overrides", "Exceptions", always],
];

/**
 * The top of each page of an assignment: whose it is, and the ways to its other pages.
 *
 * @param at the end of the open page's address; "/misconceptions" for the class's own page, narrowed to the assignment
 * @param said how the assignment stands, a few words each
 */
export function ReportHead({
  of,
  heading,
  at,
  said = [],
  children,
}: {
  of: ReportOf;
  heading: string;
  at: string;
  said?: string[];
  /** What is said of the page itself. */
  children?: ReactNode;
}) {
  const address = `/teach/assignments/${of.id}`;
  const to = (page: string) =>
    page === "/misconceptions" ? `/teach/classes/${of.classId}${page}?assignment=${of.id}` : `${address}${page}`;
  return (
    <header className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${of.classId}`}>{of.className}</a> ·{" "}
        {at === "" ? of.title : <a href={address}>{of.title}</a>}
        {said.map((one) => ` · ${one}`).join("")}
      </p>
      <h1>{heading}</h1>
      {children}
      <Ways
        of="This assignment"
        pages={pages.filter(([, , has]) => has(of)).map(([page, words]) => [to(page), words])}
        at={to(at)}
      />
    </header>
  );
}
