import type { Engine } from "../stores";
import type { School } from "./school";

/** Milliseconds of server time, as docs/performance.md has them. */
export type Budget = Record<Engine, number>;

/** One address that is measured. `heard`: whether its budget is for the first byte or for the whole answer. */
export type Case = {
  name: string;
  as: "teacher" | "student";
  address: string;
  budget?: Budget;
  heard: "whole" | "first byte";
  /** The share of the rows of the last answer that the page says it has already, as a page that polls does. */
  have?: number;
  /** How often a round asks for it one time after the other, as a page does that keeps itself up to date. */
  polled?: number;
  /** A student saves an answer right before. */
  saved?: boolean;
  /** Asked again with the ETag of the last answer. */
  again?: boolean;
  /** By how many MB the server may grow for the same of a larger class, whose address this is, over what it grew to for this. */
  growth?: { most: number; larger: string };
};

const page: Budget = { postgres: 150, embedded: 300 };
const tick: Budget = { postgres: 20, embedded: 20 };
/** The collector lets up to 90 MB lie before it comes. To hold the answers of the year group at once took 262. */
const flat = 128;
/** A page that is there in half a second leaves less behind. To hold the marks of 3,000 students took 30 to 80. */
const flatPage = 32;

/**
 * What is measured, in the order of the table.
 * @param done a class whose students handed everything in
 * @param running a class that is in the middle of its quiz now
 * @param year a class like `done`, with four times as many students; without any nothing is said of the memory of files
 */
export function cases({ done, running, year, others }: School): Case[] {
  const of = `/teach/classes/${done.class}`;
  const assignment = `/teach/assignments/${done.assignment}`;
  const live = `/teach/assignments/${running.assignment}/live`;
  const person = `${of}/people/${done.student}`;
  const whole = { as: "teacher", heard: "whole" } as const;
  const streamed = (file: string): Omit<Case, "name"> => ({
    ...{ as: "teacher", heard: "first byte", budget: page, address: `${of}/${file}` },
    ...(year.students > 0 ? { growth: { most: flat, larger: `/teach/classes/${year.class}/${file}` } } : {}),
  });
  const most = others.find((one) => one.done.students > done.students)?.done;
  const paged = (larger: string): Omit<Case, "name" | "address"> => ({
    ...{ ...whole, budget: page },
    ...(most ? { growth: { most: flatPage, larger } } : {}),
  });
  const ofMost = `/teach/assignments/${most?.assignment}`;
  return [
    { ...paged(`/teach/classes/${most?.class}/gradebook`), name: "gradebook", address: `${of}/gradebook` },
    { ...paged(ofMost), name: "results", address: assignment },
    { ...paged(`${ofMost}/items`), name: "item analysis", address: `${assignment}/items` },
    { ...whole, name: "questions", address: `${assignment}/questions` },
    { ...whole, name: "misconceptions", address: `${of}/misconceptions` },
    { ...whole, name: "mastery", address: `${of}/mastery` },
    { ...whole, name: "live", address: live },
    { ...whole, name: "live tick", address: `${live}/rows`, budget: tick, have: 0.95, saved: true, polled: 15 },
    {
      ...whole,
      name: "live tick, nothing new",
      address: `${live}/rows`,
      budget: tick,
      have: 1,
      again: true,
      polled: 15,
    },
    { ...streamed("gradebook.csv"), name: "gradebook.csv" },
    { ...streamed("responses.csv"), name: "responses.csv" },
    { ...streamed("responses.jsonl"), name: "responses.jsonl" },
    { ...whole, name: "class page", address: of },
    { ...whole, name: "the lab's report", address: `${of}/lab` },
    { ...whole, name: "roster", address: `${of}/roster` },
    { ...whole, name: "one student", address: person },
    { ...whole, name: "a student's own page", address: "/me", as: "student" },
    ...others.flatMap(ofSize),
  ];
}

/** The reports, the live view and the files of a class of another size. What a class of 200 must hold, one of 30 must. */
function ofSize({ done, running }: School["others"][number]): Case[] {
  const { students } = done;
  const of = `/teach/classes/${done.class}`;
  const assignment = `/teach/assignments/${done.assignment}`;
  const within = (budget: Budget) => (students <= 200 ? { budget } : {});
  const whole = { as: "teacher", heard: "whole", ...within(page) } as const;
  const first = { as: "teacher", heard: "first byte", budget: page } as const;
  const rows = `/teach/assignments/${running.assignment}/live/rows`;
  return [
    { ...whole, name: `gradebook, ${students} students`, address: `${of}/gradebook` },
    { ...whole, name: `results, ${students}`, address: assignment },
    { ...whole, name: `item analysis, ${students}`, address: `${assignment}/items` },
    { ...whole, ...within(tick), name: `live tick, ${students}`, address: rows, have: 0.95, polled: 3 },
    { ...first, name: `gradebook.csv, ${students}`, address: `${of}/gradebook.csv` },
    { ...first, name: `responses.csv, ${students}`, address: `${of}/responses.csv` },
  ];
}
