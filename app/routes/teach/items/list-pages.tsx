type Props = { at: string; page: number; pages: number; search: string; part?: string };

/** The way to the other pages of a long list. `search` is what the list was narrowed by, `part` the id of where it stands. */
export function ListPages({ at, page, pages, search, part }: Props) {
  const to = (number: number) => `${at}?${search ? `${search}&` : ""}page=${number}${part ? `#${part}` : ""}`;
  return (
    <nav aria-label="Pages of the list" className="btns">
      {page > 1 ? <a href={to(page - 1)}>Back</a> : null}
      <span aria-current="page">
        Page {page} of {pages}
      </span>
      {page < pages ? <a href={to(page + 1)}>On</a> : null}
    </nav>
  );
}
