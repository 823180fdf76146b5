/** The addresses that are the same for everybody; all others are somebody's own and stay out of search engines. */
const open = /^\/(?:$|(?:lessons|sources|quizzes)(?:\/|$)|(?:lab|glossary|privacy|join|sign-in|sign-up)$)/;

/** The address under which a page is to be found, without its query; null for a page that is not to be found. */
export function foundAt(pathname: string): string | null {
  if (!open.test(pathname)) return null;
  // On paper a lesson is the same again.
  return pathname.replace(/\/print$/, "");
}
