/**
 * What was removed and is kept, each with the button that brings it back.
 *
 * @param gone `name` is what is brought back, `said` the line that it stands in, `back` where to post; null for who only looks
 */
export function Removed({
  heading = "Removed",
  says,
  gone,
}: {
  heading?: string;
  says?: string;
  gone: { id: string; name: string; said?: string; back: string | null }[];
}) {
  if (gone.length === 0) return null;
  return (
    <section aria-labelledby="removed" className="stack">
      <h2 id="removed">{heading}</h2>
      {says ? <p className="soft">{says}</p> : null}
      <ul className="undo">
        {gone.map(({ id, name, said, back }) => (
          <li key={id}>
            {said ?? name}
            {back ? (
              <form method="post" action={back}>
                <button className="linky" type="submit">
                  Bring back<span className="vh"> {name}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
