import { FieldError } from "~/components/field-error";
import { firstBad, type Reply } from "~/components/form";
import type { OutlineLine } from "~/models/quiz-outline.server";
import type { typedFor } from "./outline-page";
import { sectionOptions } from "./section-field";

/** One place of a quiz in the form of its outline. */
export function OutlineRow({
  slug,
  line,
  index,
  ends,
  headings,
  reply,
  typed,
}: {
  slug: string;
  line: OutlineLine;
  index: number;
  /** Whether it cannot go up or down any more. */
  ends: { first: boolean; last: boolean };
  headings: string[];
  reply: Reply | undefined;
  typed: ReturnType<typeof typedFor> | null;
}) {
  const { key, name, weight, versions, pinnedVersion, section, pool } = line;
  const number = index + 1;
  const newest = versions.at(-1) ?? 1;
  const field = `w${typed?.row ?? index}`;
  const error = typed && typed.row !== -1 ? reply?.errors[field]?.[0] : undefined;
  return (
    <tr id={`q${number}`}>
      <th scope="row">
        <span className="num">{number}</span>{" "}
        {line.itemId ? <a href={`/teach/items/${line.itemId}`}>{name}</a> : <span>{name}</span>}
        <span className="soft small line">
          {[
            line.interaction,
            line.state === "ready" ? null : line.state,
            line.scored ? null : "asks for an opinion, no points",
            pool === null ? null : `${pool} to draw from`,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </th>
      <td>
        <label className="vh" htmlFor={`w${index}`}>
          Points of question {number}
        </label>
        <FieldError id={`w${index}`} error={error} />
        <input
          className="in few"
          id={`w${index}`}
          name={`w${index}`}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed?.weight ?? String(weight)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `w${index}-error` : undefined}
          // biome-ignore lint/a11y/noAutofocus: only in the answer to a refused form, where the first bad field comes next
          autoFocus={error !== undefined && firstBad(reply) === field}
        />
      </td>
      <td>
        {pool === null ? (
          <>
            <label className="vh" htmlFor={`v${index}`}>
              Version of question {number}
            </label>
            <select
              className="in"
              id={`v${index}`}
              name={`v${index}`}
              defaultValue={typed?.version ?? pinnedVersion ?? ""}
            >
              <option value="">newest ({newest})</option>
              {versions.map((version) => (
                <option key={version} value={version}>
                  always {version}
                </option>
              ))}
            </select>
            {pinnedVersion !== null && pinnedVersion < newest ? (
              <span className="small line">There is a newer version, {newest}.</span>
            ) : null}
          </>
        ) : null}
      </td>
      {headings.length > 0 ? (
        <td>
          <label className="vh" htmlFor={`s${index}`}>
            Section of question {number}
          </label>
          <select className="in" id={`s${index}`} name={`s${index}`} defaultValue={section === null ? "" : section + 1}>
            {sectionOptions(headings.map((heading) => ({ heading }))).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </td>
      ) : null}
      <td className="changes">
        {(["up", "down"] as const).map((way) => (
          <button
            key={way}
            className="btn"
            type="submit"
            name="press"
            value={`${way} ${index}`}
            data-key={key}
            data-way={way}
            disabled={way === "up" ? ends.first : ends.last}
          >
            {way === "up" ? "Up" : "Down"}
            <span className="vh"> with question {number}</span>
          </button>
        ))}
      </td>
      <td className="changes">
        <a className="small" href={`/teach/quizzes/${slug}/slots/${number}/replacement`}>
          Replace<span className="vh"> question {number}</span>
        </a>
        <button className="linky" type="submit" name="press" value={`remove ${index}`}>
          Remove<span className="vh"> question {number}</span>
        </button>
      </td>
    </tr>
  );
}
