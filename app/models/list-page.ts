/** A school class fits on one page, a year group does not. */
export const studentsPerPage = 250;

/** A part of a long list: which of how many pages, both from 1. */
type ListPart<One> = { list: One[]; page: number; pages: number };

/**
 * One page of a list that is in order already.
 * @param page from 1; one past the end is the last
 */
export function partOf<One>(list: One[], page: number, perPage = studentsPerPage): ListPart<One> {
  const pages = Math.max(1, Math.ceil(list.length / perPage));
  const at = Math.min(page, pages);
  return { list: list.slice((at - 1) * perPage, at * perPage), page: at, pages };
}
