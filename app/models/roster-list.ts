import { tidyName } from "./name";
import { readSeparated } from "./separated";

/** One name of a list and the row it stands in, from 1, as a spreadsheet counts. A group of "" is none. */
export type ListedName = { row: number; name: string; group: string };

/** A list of students as it was pasted or saved from a spreadsheet. `unused` are the headings of columns we do not keep. */
export type RosterList = { names: ListedName[]; unused: string[] };

/** A class is at most about 40, a year at a school 200; more than that is the wrong file. */
export const mostNames = 200;

const headings = {
  name: ["name", "full name", "student", "student name", "pupil"],
  first: ["first name", "firstname", "given name", "forename", "first"],
  last: ["last name", "lastname", "family name", "surname", "last"],
  group: ["group", "group name", "team", "table"],
};

/**
 * Reads a list of students: a name a line, or columns. A first row of headings says which columns hold the name and the
 * group; without one, the first column is the first name and the second one the family name.
 * @returns the names in the order of the list, rows without anything left out; or why it cannot be read, in words
 */
export function readRosterList(text: string): RosterList | { trouble: string } {
  const { rows, open } = readSeparated(text.replace(/^\ufeff/, ""));
  if (open.length > 0)
    return { trouble: `In row ${(open[0] as number) + 1} a quotation mark is opened and not closed.` };
  const filled = rows.map((cells, index) => ({ row: index + 1, cells: cells.map(tidyName) })).filter(isFilled);
  const columns = headingsOf(filled[0]?.cells ?? []);
  const listed = columns ? filled.slice(1) : filled;
  if (listed.length === 0) return { trouble: "There is no name in the list. Write one name a line." };
  if (listed.length > mostNames)
    return { trouble: `The list has ${listed.length} names. Add at most ${mostNames} at a time.` };
  const wide = columns ? undefined : listed.find(({ cells }) => cells.slice(2).some(Boolean));
  if (wide)
    return {
      trouble: `Row ${wide.row} has more than two columns. Write one name a line, or begin with a row of headings such as: first name, last name.`,
    };
  const nameOf = columns?.nameOf ?? ((cells: string[]) => joined(cells[0], cells[1]));
  const groupOf = columns?.groupOf ?? (() => "");
  return {
    names: listed.map(({ row, cells }) => ({ row, name: nameOf(cells), group: groupOf(cells) })),
    unused: columns?.unused ?? [],
  };
}

/** How names and groups are read under these headings; null for a row that is none. */
function headingsOf(cells: string[]) {
  const words = cells.map((cell) => cell.toLowerCase().replace(/[\s_-]+/g, " "));
  const [name, first, last, group] = [headings.name, headings.first, headings.last, headings.group].map((known) =>
    words.findIndex((word) => known.includes(word)),
  ) as [number, number, number, number];
  if (name < 0 && first < 0 && last < 0) return null;
  return {
    nameOf: (row: string[]) => row[name] || joined(row[first], row[last]),
    groupOf: (row: string[]) => row[group] ?? "",
    unused: cells.filter((cell, column) => cell !== "" && ![name, first, last, group].includes(column)),
  };
}

const isFilled = ({ cells }: { cells: string[] }) => cells.some(Boolean);
const joined = (first = "", last = "") => tidyName(`${first} ${last}`);
