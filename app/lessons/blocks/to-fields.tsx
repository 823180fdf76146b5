/** A field that still lacks something: its id, and its name as the reader knows it. */
export type OpenField = { id: string; name: string };

/** The way to each field that lacks something. Nothing when none does. */
export function ToFields({ open }: { open: OpenField[] }) {
  if (open.length === 0) return null;
  return (
    <>
      Go to{" "}
      {open.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ", " : null}
          <a href={`#${id}`}>{name}</a>
        </span>
      ))}
    </>
  );
}
