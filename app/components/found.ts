/** The addresses that are the same for everybody; all others are somebody's own and stay out of search engines. */
const open = /^\/(?:$|(?:lessons|sources|quizzes)(?:\/|$)|(?:lab|glossary|privacy|join|sign-in|sign-up)$)/;

/** Whether search engines are asked to leave a page out; of what is somebody's own a crawler sees nothing anyway. */
export function leftOut(pathname: string): boolean {
  // Without a session an attempt leads to the page to sign in at, which may be found. Who has one is no search engine, but
  // may be a tool that looks at pages for their owner, and takes "noindex" for a fault of the page.
  return foundAt(pathname) === null && !pathname.startsWith("/attempts/");
}

/** The address under which a page is to be found, without its query; null for a page that is not to be found. */
export function foundAt(pathname: string): string | null {
  if (!open.test(pathname)) return null;
  // On paper a lesson is the same again.
  return pathname.replace(/\/print$/, "");
}
