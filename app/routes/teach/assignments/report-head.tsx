/** What the pages of a report have in common at their top: whose it is, and the ways to its other pages. */
export type ReportOf = {
  id: string;
  title: string;
  classId: string;
  className: string;
  quiz: string | null;
  lesson: string | null;
};

export function ReportHead({
  of,
  heading,
  at,
  said = [],
}: {
  of: ReportOf;
  heading: string;
  at: string;
  said?: string[];
}) {
  const address = `/teach/assignments/${of.id}`;
  const pages = [
    ["", "Results"],
    ...(of.quiz === null
      ? []
      : [
          ["/questions", "Questions"],
          ["/items", "Item analysis"],
          ["/comparison", "Compare"],
          ["/live", "Live"],
        ]),
    ...(of.quiz === null ? [] : [[`/teach/classes/${of.classId}/misconceptions?assignment=${of.id}`, "Wrong ideas"]]),
    ...(of.lesson === null ? [] : [["/reading", "Lesson"]]),
  ];
  return (
    <header className="stack">
      <p className="eyebrow">
        <a href={`/teach/classes/${of.classId}`}>{of.className}</a> ·{" "}
        {at === "" ? of.title : <a href={address}>{of.title}</a>}
        {said.map((one) => ` · ${one}`).join("")}
      </p>
      <h1>{heading}</h1>
      {pages.length > 1 ? (
        <nav aria-label="This assignment">
          <ul className="pages">
            {pages.map(([page, name]) => (
              <li key={page}>
                <a
                  href={page?.startsWith("/teach") ? page : `${address}${page}`}
                  aria-current={page === at ? "page" : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  );
}
