const ways = { gradebook: "Gradebook", marking: "To mark", mastery: "Mastery" } as const;

/** The reports of a class, as links from each to the others. @param at the one that is open */
export function ClassWays({ address, at }: { address: string; at: keyof typeof ways }) {
  return (
    <nav aria-label="Reports of the class" className="notonpaper">
      <ul className="ways">
        {Object.entries(ways).map(([way, words]) => (
          <li key={way}>
            <a href={`${address}/${way}`} aria-current={way === at ? "page" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
