/** The titles of the tests of a file. A title stands right before what runs under it; the same words anywhere else show nothing. */
export function titlesIn(source: string): string[] {
  return [...source.matchAll(/\(\s*"((?:[^"\\\n]|\\.)*)",\s*(?:async )?\(/g)].map((found) => found[1] as string);
}
