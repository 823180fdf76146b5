import type { MarkName } from "~/components/mark";

/** How a sentence is known, in the order in which the course explains it. A status never says that a claim is true. */
export const statuses = [
  { id: "asserted", words: "Asserted", means: "A named speaker said it." },
  { id: "denied", words: "Denied", means: "A named speaker said it is not so." },
  { id: "admitted", words: "Admitted", means: "Said against the speaker’s own interest, often when asked." },
  { id: "reported", words: "Reported from leaked documents", means: "A newspaper wrote it from documents it saw." },
  {
    id: "inferred",
    words: "Inferred by the writer",
    means: "A conclusion that goes further than the evidence quoted.",
  },
  {
    id: "official",
    words: "Officially described",
    means: "In a law, a court paper or a published report of a state body.",
  },
  { id: "context", words: "Context", means: "Background that is not in dispute here." },
] as const satisfies { id: MarkName; words: string; means: string }[];

export type Status = (typeof statuses)[number]["id"];

export const statusIds = statuses.map(({ id }) => id) as [Status, ...Status[]];

/** "Reported from leaked documents" */
export function statusWords(status: Status): string {
  return statuses.find(({ id }) => id === status)?.words ?? status;
}

/** A second status beside the first. Who asserts that something is not so makes a denial. */
export function alsoWords(status: Status, also: Status): string {
  return status === "asserted" && also === "denied" ? "a denial" : `also ${statusWords(also).toLowerCase()}`;
}
