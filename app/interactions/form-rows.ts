import { typed } from "./form";

/** The most rows that a list of an editor may have, and the most characters of one of its fields; see `problemsOf`. */
export const mostRows = 60;
export const longestText = 10_000;

/** What was typed into one field of an editor, without spaces around. */
export function text(form: FormData, name: string): string {
  return typed(form, name).trim();
}

/**
 * The rows of a list as they are to be: those that are to be removed and those that are wholly empty left out, in the
 * order of their places. A row that was moved up goes before the one whose place it takes, one that was moved down after.
 * @param list the name of the list; its rows' ids are in fields of that name, as they stood on the page
 * @param filled the fields of a row that make it a row
 * @returns ids, each once
 */
export function rowIds(form: FormData, list: string, filled: (id: string) => string[]): string[] {
  const ids = [...new Set(form.getAll(list))].filter((id) => typeof id === "string" && /^[^\0]{1,80}$/.test(id));
  return (ids as string[])
    .map((id, index) => ({ id, place: placeOf(text(form, `${list}.${id}.place`), index + 1) }))
    .filter(({ id }) => !form.has(`${list}.${id}.remove`) && filled(id).some((field) => text(form, field) !== ""))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}

/** Rows with an id and words, see `rowIds`. @param code where the feedback on a row is found; it makes a row too */
export function partRows(form: FormData, list: string, code: (id: string) => string | null = () => null) {
  const fields = (id: string) => [`${list}.${id}.text`, ...(code(id) === null ? [] : [`text.${code(id)}`])];
  return rowIds(form, list, fields).map((id) => ({ id, text: text(form, `${list}.${id}.text`) }));
}

/**
 * A number as an author writes it, with a point or a comma; what is no number stays as it was typed. A comma before exactly
 * three digits may be a thousands mark, so that it is asked back, unless only noughts stand before it.
 */
export function number(form: FormData, name: string): number | string {
  const typedText = text(form, name);
  const plain = typedText.replace("\u2212", "-");
  if (!/^[+-]?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(plain) || /^[+-]?0*[1-9]\d*,\d{3}$/.test(plain)) return typedText;
  const value = Number(plain.replace(",", "."));
  return Number.isFinite(value) ? value : typedText;
}

function placeOf(typedPlace: string, now: number): number {
  const place = Number(typedPlace);
  if (typedPlace === "" || !Number.isFinite(place) || place === now) return now;
  return place < now ? place - 0.5 : place + 0.5;
}

/** An id of five letters that no word is made of, and that tells nothing about the row. */
export function freshId(): string {
  const letters = "bcdfghjkmnpqrstvwxz";
  const random = crypto.getRandomValues(new Uint32Array(5));
  return [...random].map((number) => letters[number % letters.length]).join("");
}
