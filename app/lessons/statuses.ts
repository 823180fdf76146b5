import type { MarkName } from "~/components/mark";

/** How a sentence is known, in the order in which the course explains it. A status never says that a claim is true. */
export const statuses = [
  {
    id: "asserted",
    words: "Asserted",
    means: "A party says it about itself, or a speaker gives a judgement, which is then called an opinion.",
  },
  {
    id: "denied",
    words: "Denied",
    means: "A party says that something is not so. Most do so of themselves, and then it is their word only.",
  },
  { id: "admitted", words: "Admitted", means: "A party concedes a point, or confirms one that others reported." },
  {
    id: "reported",
    words: "Reported from leaked documents",
    means: "A newspaper tells what is in them: it saw them itself, or it follows another report of them.",
  },
  {
    id: "inferred",
    words: "Inferred by the writer",
    means: "A conclusion that goes further than the evidence quoted.",
  },
  {
    id: "official",
    words: "Officially described",
    means:
      "In a law, a court paper, a standard or a paper of a state body. A state body that describes its own work is a party, too.",
  },
  {
    id: "context",
    words: "Context",
    means: "Told as background, and no party disputes it here. It may be imprecise: then its entry says so.",
  },
] as const satisfies { id: MarkName; words: string; means: string }[];

export type Status = (typeof statuses)[number]["id"];

export const statusIds = statuses.map(({ id }) => id) as [Status, ...Status[]];

/** What can stand beside a status: another one, or that it is an opinion. */
export type Also = Status | "opinion";
export const alsoIds: [Also, ...Also[]] = [...statusIds, "opinion"];

/** "Reported from leaked documents" */
export function statusWords(status: Status): string {
  return statuses.find(({ id }) => id === status)?.words ?? status;
}

/**
 * What stands beside the sign. Who asserts that something is not so denies it, about itself; a state body that describes its
 * own work is as much a party as a company is.
 */
export function alsoWords(status: Status, also: Also): string {
  if (also === "opinion") return "an opinion";
  if ((status === "asserted" && also === "denied") || (status === "official" && also === "asserted"))
    return "by a party about itself";
  return `also ${statusWords(also).toLowerCase()}`;
}

/** The sign of an entry: who asserts that something is not so denies it, so that every denial wears one sign. */
export function signOf(status: Status, also: Also[]): Status {
  return status === "asserted" && also.includes("denied") ? "denied" : status;
}

/** The places where an entry belongs that is sorted by how it is known: that of its sign first. */
export function placesOf(status: Status, also: Also[]): Also[] {
  return [...new Set([signOf(status, also), status, ...also])];
}

/** "Denied, by a party about itself"; the first word is that of the sign. */
export function allWords(status: Status, also: Also[]): string {
  const sign = signOf(status, also);
  return [statusWords(sign), ...also.map((more) => alsoWords(status, more))].join(", ");
}
