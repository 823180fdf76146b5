import type { Visitor } from "../visitor";

/** A name that a spreadsheet would take for a formula, and one that a page would take for markup. */
export const formula = '=HYPERLINK("http://x","y")';
export const markup = "<b>x</b>";

/** The ten whose line drops. */
export const dropped = ["Gus", "Hana", "Ida", "Jon", "Kim", "Leo", "Mia", "Nils", "Oda", "Pia"];
/** Who has stopped reading while the others go on. */
export const stuck = ["Eva", "Finn"];
/** On the list since the day before. Ana has time and a half; Tarik is away all day. */
export const listed = ["Ana", "Ben", "Dan", "Sven", "Tarik"];
export const absent = "Tarik";
export const late = "Zoe";
/** Whose time is over before they have answered all. */
export const cutOff = "Xan";
/** Who joins with code and name when the lesson begins. */
export const newcomers = [
  formula,
  markup,
  ...stuck,
  ...dropped,
  ..."Quim Rosa Uma Vito Wim Xan Yara Abel Bea Cleo Dora".split(" "),
];

export type Student = {
  name: string;
  /** Where they are in the list of those who came: their answers follow from it. */
  index: number;
  visitor: Visitor;
  pin: string;
};
