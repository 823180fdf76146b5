import type { ReactNode } from "react";
import { Ways } from "../ways";
import { ArchivedNote } from "./archived-note";

const pages = {
  "": "Overview",
  "/roster": "Students",
  "/groups": "Groups",
  "/gradebook": "Gradebook",
  "/marking": "To mark",
  "/mastery": "Mastery",
  "/misconceptions": "Wrong ideas",
  "/lab": "Lab",
  "/staff": "Who teaches here",
} as const;

/** The top of each page of a class: what it is, the ways to the others, and whether the class is archived. */
export function ClassHead({
  of: { id, name, zone, archivedAt },
  heading,
  at,
  children,
}: {
  of: { id: string; name: string; zone: string; archivedAt: Date | null };
  heading: string;
  at: keyof typeof pages;
  /** What is said of the page itself. */
  children?: ReactNode;
}) {
  const address = `/teach/classes/${id}`;
  return (
    <header className="stack">
      <p className="eyebrow">{at === "" ? <a href="/teach">Your classes</a> : <a href={address}>{name}</a>}</p>
      <h1>{heading}</h1>
      {children}
      <Ways
        of={`The class ${name}`}
        pages={Object.entries(pages).map(([page, words]) => [`${address}${page}`, words])}
        at={`${address}${at}`}
      />
      <ArchivedNote at={archivedAt} zone={zone} />
    </header>
  );
}
