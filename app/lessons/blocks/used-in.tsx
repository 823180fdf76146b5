export type Used = { id: string; lesson: string; slug: string; number: string; heading: string };

/** Where the lessons cite an entry, in short. */
export function UsedIn({ id, used }: { id: string; used: Used[] }) {
  const here = used.filter((use) => use.id === id);
  if (here.length === 0) return null;
  return (
    <span className="used small soft">
      Used in{" "}
      {here.map((use, index) => (
        <span key={use.number}>
          {index > 0 ? ", " : null}
          <a href={`/lessons/${use.lesson}/${use.slug}`}>
            {use.number}
            <span className="vh">
              {" "}
              {use.heading}, for {id}
            </span>
          </a>
        </span>
      ))}
    </span>
  );
}
