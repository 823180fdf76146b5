import { Ways } from "../teach/ways";

const pages = {
  "": "People",
  "/retention": "How long things are kept",
  "/audit": "Who looked at or changed what",
} as const;

/** The top of each page for who runs the installation, with the ways to the others. */
export function HostHead({ heading, at }: { heading: string; at: keyof typeof pages }) {
  return (
    <header className="stack">
      <p className="eyebrow">This installation</p>
      <h1>{heading}</h1>
      <Ways
        of="This installation"
        pages={Object.entries(pages).map(([page, words]) => [`/host${page}`, words])}
        at={`/host${at}`}
      />
    </header>
  );
}
