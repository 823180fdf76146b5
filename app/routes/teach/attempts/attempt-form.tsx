import type { ReactNode } from "react";
import { z } from "zod";
import type { TaughtAttempt } from "~/access/rights";
import { ErrorSummary, KeepOrLeave, type Reply } from "~/components/form";
import { Page } from "~/components/page";
import { backToLive } from "../live/live-words";

/** What a form about one attempt says of it. */
export function aboutAttempt({ id, title, className, number, studentName: student, viewer: visitor }: TaughtAttempt) {
  return { visitor, id, title, className, number, student };
}

/** Why something is done to an attempt: one says it, and it is kept. */
export const Why = z.string("Say why.").trim().min(1, "Say why.").max(500, "Use at most 500 characters.");

/** Where one goes after it: the live view, when one came from there (`?from=<its assignment>`), else the attempt. */
export function afterwards(request: Request, attempt: TaughtAttempt): string {
  const from = new URL(request.url).searchParams.get("from");
  return from !== null && from === attempt.assignmentId ? backToLive(request, from) : `/teach/attempts/${attempt.id}`;
}

/** The page of a form that does one thing to one attempt. */
export function AttemptForm({
  of: { visitor, id, title, className, number, student },
  heading,
  says,
  keep,
  reply,
  children,
}: {
  of: ReturnType<typeof aboutAttempt>;
  heading: string;
  /** What it does, before the fields. */
  says: ReactNode;
  keep: string;
  reply: Reply | undefined;
  children: ReactNode;
}) {
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/attempts/${id}`}>
          {className} · {title}: {student}, attempt {number}
        </a>
      </p>
      <h1>{heading}</h1>
      <p className="read">{says}</p>
      <form method="post">
        <ErrorSummary reply={reply} />
        {children}
        <KeepOrLeave keep={keep} leave={`/teach/attempts/${id}`} />
      </form>
    </Page>
  );
}
