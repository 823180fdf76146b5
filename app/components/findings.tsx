import type { Finding } from "~/models/item-lint.server";

const words: Record<Finding["level"], string> = { error: "To mend", warning: "To look at", note: "To know" };

/** What a reading of a question found: what is to mend first. */
export function Findings({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return <p>Nothing to mend, nothing to look at.</p>;
  const levels = Object.keys(words) as Finding["level"][];
  return (
    <dl className="findings">
      {levels
        .map((level) => [level, findings.filter((one) => one.level === level)] as const)
        .filter(([, some]) => some.length > 0)
        .map(([level, some]) => (
          <div key={level} className={level === "error" ? "is-wrong" : undefined}>
            <dt>{words[level]}</dt>
            {some.map(({ rule, says }) => (
              <dd key={`${rule} ${says}`}>{says}</dd>
            ))}
          </div>
        ))}
    </dl>
  );
}
