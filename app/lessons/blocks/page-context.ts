import { createContext, useContext } from "react";
import type { Page, Refused } from "../view";

type Drawn = Page & {
  /** An answer that was not taken; its block says why. */
  refused: Refused | null;
  /** On paper there are no pop-ups and headings stand one level lower, under the section's own. */
  paper: boolean;
};

const Context = createContext<Drawn | null>(null);

/** Everything of the page that blocks need: references, terms, checks, the reader's own answers. */
export const PageProvider = Context.Provider;

export function usePage(): Drawn {
  const page = useContext(Context);
  if (!page) throw new Error("A block was drawn outside of a page.");
  return page;
}
