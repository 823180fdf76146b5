import type { ReactNode } from "react";
import type { Problem } from "./contract";
import { Text, Tick, Trouble } from "./editor-fields";
import { freshId } from "./form-rows";

type Props = {
  /** The name of the list in the form, such as "body.options". */
  list: string;
  ids: readonly string[];
  /** What one row is, such as "option". */
  what: string;
  problems: readonly Problem[];
  more: string | null | undefined;
  /** How many rows a new question shows. */
  least?: number;
  /** Rows without an order of their own have no place to be moved to. */
  still?: boolean;
  /** Ids of the blank rows, where somebody else has to know them; see `blankIds`. */
  blanks?: readonly string[];
  /** Whether the rows go by their numbers, where nothing refers to them by an id. */
  numbered?: boolean;
  children: (id: string, name: string, blank: boolean) => ReactNode;
};

/** The rows of a list, some blank ones after them, and a button for more. Read by `rowIds`. */
export function Rows({ list, ids, what, problems, more, least, still = false, numbered, children, ...given }: Props) {
  const blanks = given.blanks ?? blankIds(list, ids, more, least);
  const all = [...ids, ...blanks].map((id, index) => (numbered ? String(index) : id));
  return (
    <>
      <Trouble at={list} problems={problems} />
      {all.map((id, index) => {
        const name = `${what} ${index + 1}`;
        const blank = index >= ids.length;
        return (
          <fieldset className="written-row" key={id}>
            <legend>{capital(name)}</legend>
            <input type="hidden" name={list} value={id} />
            {children(id, name, blank)}
            <div className="row-tools">
              {still ? null : <Text name={`${list}.${id}.place`} label="Place" value={index + 1} problems={problems} />}
              {blank ? null : <Tick name={`${list}.${id}.remove`} label={`Remove ${name}`} checked={false} />}
            </div>
          </fieldset>
        );
      })}
      <button className="btn" type="submit" name="more" value={list} formNoValidate>
        More {what}s
      </button>
    </>
  );
}

/** Ids for the blank rows after those that are there: random, because ids are sent to students and must tell nothing. */
export function blankIds(list: string, ids: readonly string[], more: string | null | undefined, least = 2): string[] {
  return Array.from({ length: Math.max(more === list ? 4 : 1, least - ids.length) }, freshId);
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
