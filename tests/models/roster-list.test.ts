import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csv } from "~/models/csv.server";
import { tidyName } from "~/models/name";
import { mostNames, readRosterList } from "~/models/roster-list";

const names = (text: string) => {
  const read = readRosterList(text);
  return "trouble" in read ? read.trouble : read.names.map(({ row, name }) => `${row} ${name}`);
};

describe("a list of students", () => {
  it.each([
    ["names, one a line", "Ana Ng\nBen Ode", ["1 Ana Ng", "2 Ben Ode"]],
    ["lines of Windows, empty ones and spare spaces", "\r\n  Ana   Ng \r\n\r\nBen\r\n", ["2 Ana Ng", "4 Ben"]],
    ["first name and family name", "Ana,Ng\nBen,Ode", ["1 Ana Ng", "2 Ben Ode"]],
    ["columns copied from a spreadsheet", "Ana\tNg, Jr\nBen\tOde", ["1 Ana Ng, Jr", "2 Ben Ode"]],
    ["the other order, when headings say so", "Last name;First name\nNg;Ana", ["2 Ana Ng"]],
    ["headings in any case and spelling", "SURNAME,first_name\nNg,Ana", ["2 Ana Ng"]],
    ["whole names in a column between others", "Group,Name,E-mail\nRed,Ana Ng,a@b.test", ["2 Ana Ng"]],
    [
      "quoted cells, as a spreadsheet saves them",
      '\ufeff"Name"\r\n"Ng, Ana"\r\n"Ben ""B"" Ode"',
      ["2 Ng, Ana", '3 Ben "B" Ode'],
    ],
    ["quotation marks within a name", 'Ana "Annie" Ng', ['1 Ana "Annie" Ng']],
    ["columns that a spreadsheet left empty", "Ana Ng,,,\n,,,\nBen Ode,,,", ["1 Ana Ng", "3 Ben Ode"]],
    ["a semicolon in a cell between commas", "Name,E-mail\nAna Ng,a@b.test; c@d.test", ["2 Ana Ng"]],
    ["one name under headings, with empty rows", "Name\tGroup\n\nZoë\tRed\n\n", ["3 Zoë"]],
    ["a row with a group and no name", "name,group\n,Red\nAna,Red", ["2 ", "3 Ana"]],
  ])("is read where it holds %s", (_, text, read) => {
    expect(names(text)).toEqual(read);
  });

  it.each([
    ["nothing", " \n\n", /no name in the list/],
    ["headings alone", "name,group\n", /no name in the list/],
    ["three columns without headings", "Ana,Ng,9B", /Row 1 has more than two columns/],
    ["all names in one line", "Ana, Ben, Cem", /one name a line/],
    ["a name that begins with a quotation", '"Annie" Ng', /In row 1 a quotation mark/],
    ["an open quotation mark", 'Ana\n"Ben\nCem', /In row 2 a quotation mark/],
    ["more names than it may", "Ana\n".repeat(mostNames + 1), /has 201 names. Add at most 200/],
  ])("is refused in words where it holds %s", (_, text, says) => {
    expect(names(text)).toMatch(says);
  });

  it("says which columns are not kept", () => {
    expect(readRosterList("Name,,E-mail,Born\nAna,,a@b.test,2011")).toMatchObject({ unused: ["E-mail", "Born"] });
  });

  it("reads the group beside the name where a heading says so, and none without headings", () => {
    const groups = (text: string) => {
      const read = readRosterList(text);
      return "names" in read && read.names.map(({ name, group }) => [name, group]);
    };
    expect(groups("GROUP;Last name;First name\n Red  side;Ng;Ana\n;Ode;Ben")).toEqual([
      ["Ana Ng", "Red side"],
      ["Ben Ode", ""],
    ]);
    expect(groups("Ana,Red")).toEqual([["Ana Red", ""]]);
  });

  it("gives back every name that our own exports would write into a column", () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
      .map(tidyName)
      .filter((one) => one !== "" && !/^[=+\-@]/.test(one));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (written) => {
        const read = readRosterList(csv([["Name"], ...written.map((one) => [one])]));
        expect("names" in read && read.names.map((one) => one.name)).toEqual(written);
      }),
    );
  });

  it("is read whatever stands in it, and no name is longer than its text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."Añ \t;,\"'\r\n"), maxLength: 60 }), (text) => {
        const read = readRosterList(text);
        if ("names" in read) for (const { name } of read.names) expect(name.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
