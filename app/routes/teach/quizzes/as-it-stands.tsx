import type { Reply } from "~/components/form";

/** After a conflict: what stands now in each field where something else was typed. Both are there; nothing is lost. */
export function AsItStands({
  reply,
  present,
  labels,
}: {
  reply: Reply | undefined;
  present: Record<string, string>;
  labels: Record<string, string>;
}) {
  if (!reply?.errors[""]) return null;
  const differ = Object.entries(labels).filter(
    ([name]) => (reply.typed[name] ?? "").replaceAll("\r\n", "\n") !== (present[name] ?? "") && name in reply.typed,
  );
  return (
    <div className="said is-waiting">
      <span />
      <div className="stack">
        <p>
          The fields below hold what you typed. Send them again to put yours in place of what stands now
          {differ.length > 0 ? ":" : "."}
        </p>
        <dl className="stands">
          {differ.map(([name, label]) => (
            <div key={name}>
              <dt>{label}, now</dt>
              <dd className="written">{present[name] || "nothing"}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
