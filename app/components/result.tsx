import type { ReactNode } from "react";

/**
 * The address to go to after something was sent: it leads to the first line of what follows from it, which the browser
 * shows and gives the focus without any script, and it says what was sent, so that the title can say how it went.
 * (`autofocus` would not do: a browser leaves it aside where an address has a target.)
 * @param page without its query @param sent the name of what was sent @param anchor of its form
 */
export function toResult(page: string, sent: string, anchor: string): string {
  return `${page}?sent=${encodeURIComponent(sent)}#${resultId(anchor)}`;
}

/** The first line of what follows from an answer. @param of the anchor of its form */
export function Result({ of, children }: { of: string; children: ReactNode }) {
  return (
    <p className="result" id={resultId(of)} tabIndex={-1}>
      {children}
    </p>
  );
}

function resultId(anchor: string): string {
  return `${anchor}-said`;
}

/** A title that begins with how it went. @param news such as "Right"; null when nothing was sent */
export function withNews(title: string, news: string | null | undefined): string {
  return news ? `${news}: ${title}` : title;
}
