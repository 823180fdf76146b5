import type { Reply } from "~/components/form";
import type { OutlineLine } from "~/models/quiz-outline.server";
import type { Section } from "~/models/quiz-plan";
import { many, points, score } from "~/text";
import { type Drawn, typedFor } from "./outline-page";
import { OutlineRow } from "./outline-row";

type Props = { sections: Section[]; lines: OutlineLine[] };

/** The questions of a quiz as one form: points, versions, sections, and buttons that move and remove. */
export function OutlineForm({
  state,
  slug,
  sections,
  lines,
  reply,
}: Props & { state: string; slug: string; reply: Reply | undefined }) {
  const drawn: Drawn = {
    rows: lines.map(({ key, name, weight, pinnedVersion, section }) => ({
      ...{ key, name, weight, section, version: pinnedVersion },
    })),
    headings: sections.map(({ heading }) => heading),
  };
  const numbered = lines.map((line, index) => ({ line, index }));
  if (lines.length === 0 && sections.length === 0) return null;
  return (
    <form method="post" action={`/teach/quizzes/${slug}`} data-outline="" id="outline">
      <input type="hidden" name="seen" value={state} />
      <input type="hidden" name="drawn" value={JSON.stringify(drawn)} />
      {/* Enter in a field presses the first button of a form: it must keep what was typed and move nothing. */}
      <button className="vh" type="submit" tabIndex={-1} aria-hidden="true">
        Keep it
      </button>
      <div className="scroll">
        <table className="tbl outline">
          <caption className="vh">Questions in their order</caption>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Points</th>
              <th scope="col">Version</th>
              {sections.length > 0 ? <th scope="col">Section</th> : null}
              <th scope="col">Move</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          {[null, ...sections.keys()].map((section) => (
            <tbody key={section ?? "none"}>
              {section === null ? null : (
                <SectionRow
                  slug={slug}
                  at={section}
                  sections={sections}
                  empty={!lines.some((line) => line.section === section)}
                />
              )}
              {numbered
                .filter(({ line }) => line.section === section)
                .map(({ line, index }) => (
                  <OutlineRow
                    key={line.key}
                    slug={slug}
                    line={line}
                    index={index}
                    ends={{ first: isFirst(lines, index), last: isLast(lines, index, sections.length) }}
                    headings={drawn.headings}
                    reply={reply}
                    typed={reply ? typedFor(reply.typed, line.key) : null}
                  />
                ))}
            </tbody>
          ))}
        </table>
      </div>
      {lines.length > 0 ? (
        <p className="btns">
          <button className="btn go" type="submit">
            Keep points, versions and sections
          </button>
        </p>
      ) : null}
    </form>
  );
}

const isFirst = (lines: OutlineLine[], index: number) => index === 0 && lines[0]?.section === null;
const isLast = (lines: OutlineLine[], index: number, sections: number) =>
  index === lines.length - 1 && (sections === 0 || lines[index]?.section === sections - 1);

function SectionRow({ slug, at, sections, empty }: { slug: string; at: number; sections: Section[]; empty: boolean }) {
  const heading = sections[at]?.heading ?? "";
  return (
    <tr className="parthead">
      <th scope="rowgroup" colSpan={6}>
        <span className="minor">{heading}</span>
        {empty ? <span className="soft small"> no question in it yet </span> : null}
        <span className="changes">
          <a className="small" href={`/teach/quizzes/${slug}/sections/${at + 1}`}>
            Change<span className="vh"> the section {heading}</span>
          </a>
          <a className="small" href={`/teach/quizzes/${slug}/add?section=${at + 1}`}>
            Add questions<span className="vh"> to the section {heading}</span>
          </a>
          {(["up", "down"] as const).map((way) => (
            <button
              key={way}
              className="linky"
              type="submit"
              name="press"
              value={`section ${way} ${at}`}
              data-key={`section ${heading}`}
              data-way={way}
              disabled={way === "up" ? at === 0 : at === sections.length - 1}
            >
              {way === "up" ? "Up" : "Down"}
              <span className="vh"> with the section {heading}</span>
            </button>
          ))}
          <button className="linky" type="submit" name="press" value={`section remove ${at}`}>
            Remove<span className="vh"> the section {heading}; its questions stay</span>
          </button>
        </span>
      </th>
    </tr>
  );
}

/** The questions of a quiz to read. */
export function OutlineList({ sections, lines }: Props) {
  return (
    <section aria-labelledby="questions" className="stack">
      <h2 id="questions">{many(lines.length, "question")}</h2>
      {[null, ...sections.keys()].map((section) => (
        <div key={section ?? "none"} className="stack">
          {section === null ? null : <h3>{sections[section]?.heading}</h3>}
          <ol start={lines.findIndex((line) => line.section === section) + 1}>
            {lines
              .filter((line) => line.section === section)
              .map((line) => (
                <li key={line.key}>
                  {line.itemId ? <a href={`/teach/items/${line.itemId}`}>{line.name}</a> : line.name}{" "}
                  <span className="soft small">
                    {[line.interaction, points(line.weight), line.pool === null ? null : `of ${score(line.pool)}`]
                      .filter(Boolean)
                      .join(", ")}
                  </span>
                </li>
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
