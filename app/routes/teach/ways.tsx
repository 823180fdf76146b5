/**
 * The pages of one thing at the desk, as links from each to the others.
 *
 * @param of what they are pages of, for who hears the page
 * @param pages address and words of each
 * @param at the address of the one that is open
 */
export function Ways({ of, pages, at }: { of: string; pages: [address: string, words: string][]; at: string }) {
  return (
    <nav aria-label={of} className="notonpaper">
      <ul className="pages">
        {pages.map(([address, words]) => (
          <li key={address}>
            <a href={address} aria-current={address === at ? "page" : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
