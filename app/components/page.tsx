import type { ReactNode } from "react";
import type { Person } from "~/access/rights";
import { ReaderForm } from "./reader-form";

type Visitor = Pick<Person, "name" | "guest" | "mayTeach"> | null;

/**
 * The frame of every page: skip link, the strip of security tint, navigation, main, foot.
 * @param at the address of the navigation entry that is shown as the current one
 * @param instead what stands in the bar in place of the navigation, during an attempt
 */
export function Page({
  visitor,
  at,
  className,
  above,
  instead,
  start = "main",
  children,
}: {
  visitor: Visitor;
  at?: string;
  className?: string;
  above?: ReactNode;
  instead?: ReactNode;
  /** Id of what the skip link leads to, where something that every page of its kind has comes first in main. */
  start?: string;
  children: ReactNode;
}) {
  const own =
    !visitor || visitor.guest
      ? [["/join", "Join"], ["/sign-in", "Sign in"], ...(visitor ? [["/me", "Your work"]] : [])]
      : [["/me", visitor.name]];
  const entries = [
    ["/", "Lessons"],
    ["/lab", "Lab"],
    ["/sources", "Sources"],
    ["/glossary", "Glossary"],
    ...(visitor?.mayTeach ? [["/teach", "Teach"]] : []),
    ...own,
  ];
  return (
    <>
      <a className="skip" href={`#${start}`}>
        Skip to the page
      </a>
      <header className="top">
        <div className="bar">
          <a className="brand" href="/">
            <Envelope />
            Keyhole
          </a>
          {instead ?? (
            <nav aria-label="Keyhole">
              <ul>
                {entries.map(([href, name]) => (
                  <li key={href}>
                    <a href={href} aria-current={at === href ? "page" : undefined}>
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </div>
      </header>
      {above}
      <main id="main" className={className}>
        {children}
      </main>
      <footer className="foot">
        <ReaderForm />
        <div>
          <a href="/privacy">What is stored about you, and who can read it</a>
          <a href="/sources">Sources and claim ledger</a>
          <span>What the lessons state as a fact is marked: who says so, and how it is known.</span>
          {visitor && !visitor.guest ? (
            <form method="post" action="/sign-out">
              <button type="submit" className="linky">
                Sign out
              </button>
            </form>
          ) : null}
        </div>
      </footer>
    </>
  );
}

function Envelope() {
  return (
    <svg viewBox="0 0 32 24" aria-hidden="true">
      <path fill="currentColor" d="M0 0h32v24H0z" />
      <path stroke="var(--paper)" strokeWidth="1.6" d="m0 .5 10 7.7M32 .5 22 8.2" />
      <path fill="var(--paper)" d="M16 5a4 4 0 0 1 2 7.5L19.5 20h-7L14 12.5A4 4 0 0 1 16 5z" />
    </svg>
  );
}
