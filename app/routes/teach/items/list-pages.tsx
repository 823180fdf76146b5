type Props = { at: string; page: number; pages: number; search: string };

/** The way to the other pages of a long list. `search` is what the list was narrowed by. */
export function ListPages({ at, page, pages, search }: Props) {
  const to = (number: number) => `${at}?${search ? `${search}&` : ""}page=${number}`;
  return (
    <nav aria-label="Pages of the list" className="btns">
      {page > 1 ? <a href={to(page - 1)}>Back</a> : null}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? <a href={to(page + 1)}>On</a> : null}
    </nav>
  );
}
