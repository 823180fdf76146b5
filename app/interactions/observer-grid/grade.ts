import { learnable, learns } from "~/lab/model";
import { fractionOf, tally } from "../placing";
import type { Body, Key, Response } from "./schema";

/** Each row is placed in one of three columns and marked by the key's rule; see `fractionOf`. */
export function grade(body: Body, key: Key, response: Response | null): number {
  return response ? fractionOf(key.rule, placed(body, key, response)) : 0;
}

/** The numbers of the formula. */
export function placed(body: Body, key: Key, response: Response) {
  return tally(body.rows, key.cells, response.cells);
}

/** The wrong cells that were chosen; a row left open shows no misconception. */
export function faults(body: Body, key: Key, response: Response | null): string[] {
  return body.rows
    .filter((row) => response?.cells[row] !== undefined && response.cells[row] !== key.cells[row])
    .map((row) => `cell.${row}.${response?.cells[row]}`);
}

/** Every cell has its reason: why it is right, or why it is not. */
export function codes(body: Body): string[] {
  return body.rows.flatMap((row) => learnable.map((column) => `cell.${row}.${column}`));
}

/** Rows for which the key is not what the lab's own rules give (brief part 5.3), or has nothing. */
export function contradictions(body: Body, key: Key): string[] {
  const learned = body.setting && learns(body.setting);
  return body.rows.flatMap((row) => {
    const said = key.cells[row];
    if (!said) return [`${row} has no cell in the key`];
    if (!learned || said === learned[row]) return [];
    return [`${row} learns ${learned[row]} with these switches, by the rules of the lab; the key says ${said}`];
  });
}
