import type { ReactNode } from "react";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave, type Reply } from "~/components/form";
import { Once } from "~/components/once";
import type { Audience, AudienceChoices } from "~/models/audience.server";
import { AudienceFields } from "./audience-fields";
import { BeforeFields, type BeforeSettings } from "./before-fields";
import { FeedbackFields, type FeedbackSettings, PresetField } from "./feedback-fields";
import { TimingFields, type TimingSettings } from "./timing-fields";
import { ReadingFields, type Shelf, type WhatFields, WhatFieldset } from "./what-fields";

/** The form's fields as text; dates as a wall clock of the class's zone shows them. */
export type AssignmentFields = FeedbackSettings &
  BeforeSettings &
  TimingSettings & {
    title: string;
    opensAt: string;
    dueAt: string;
    closesAt: string;
    lessonFirst: boolean;
    checksRequired: boolean;
  };

/** What the form needs to know of the class. */
type FormClass = { zone: string; choices: AudienceChoices; others: { id: string; title: string }[] };

/** The form for giving something and for changing how it was given: what is needed each time first, the rest folded. */
export function AssignmentForm({
  fields,
  audience,
  klass: { zone, choices, others },
  shelf,
  what,
  stopped = false,
  reply,
  button,
  back,
}: {
  fields: AssignmentFields;
  audience: Audience;
  klass: FormClass;
  /** Only when giving: what it is cannot be changed later. */
  shelf?: Shelf;
  /** What is chosen, or what it is. */
  what: WhatFields;
  stopped?: boolean;
  reply: Reply | undefined;
  button: string;
  back: string;
}) {
  const date = (name: "opensAt" | "dueAt" | "closesAt", label: string, hint: string) => (
    <Field type="datetime-local" name={name} label={label} hint={hint} defaultValue={fields[name]} reply={reply} />
  );
  const wrong = (...names: string[]) => names.some((name) => reply?.errors[name]);
  return (
    <form method="post" className={shelf ? "giving" : `giving gives-${what.what}`}>
      <ErrorSummary reply={reply} />
      {shelf ? <Once /> : null}
      {shelf ? <WhatFieldset shelf={shelf} fields={what} reply={reply} /> : null}
      {shelf || what.what !== "quiz" ? (
        <ReadingFields fields={fields} unit={shelf !== undefined || what.what === "unit"} reply={reply} />
      ) : null}
      <Field
        name="title"
        label="Title"
        hint={
          shelf ? "As your students see it. Left empty, it is that of the lesson or quiz." : "As your students see it."
        }
        defaultValue={fields.title}
        maxLength={120}
        autoComplete="off"
        reply={reply}
      />
      <p className="soft zone">All times are times of {zone}.</p>
      {date("opensAt", "Opens", "Left empty, it is open at once. You can also open it by hand.")}
      {date("dueAt", "Due", "What is answered after this is late work. May be left empty.")}
      {date(
        "closesAt",
        "Closes",
        stopped
          ? "You stopped it by hand. This holds once you open it again."
          : "Then nothing more counts: what is answered by then is handed in by itself. Left empty, it stays open until you stop it.",
      )}
      <div className="for-quiz">
        <PresetField fields={fields} reply={reply} />
      </div>
      <Fold
        open={wrong("everybody") || !audience.everybody || reply?.typed.everybody === "chosen"}
        title="For whom"
        now={audience.everybody ? "the whole class" : "some of the class"}
      >
        <AudienceFields audience={audience} choices={choices} reply={reply} />
      </Fold>
      <Fold
        open={wrong("limitMinutes", "graceSeconds", "attemptsAllowed", "passPercent", "lateAllowed")}
        title="Time limit, late work and attempts"
        now={timing(fields)}
      >
        <TimingFields fields={fields} reply={reply} />
      </Fold>
      <Fold
        className="for-quiz"
        open={wrong("tries", "penaltyPercent") || (reply?.typed.preset ?? fields.preset) === "own"}
        title="Results and checks"
        now={fields.tries === "" ? "no checks on the way" : `checks: ${fields.tries}`}
      >
        <FeedbackFields fields={fields} reply={reply} />
      </Fold>
      <Fold open={wrong("afterId", "afterPercent", "password")} title="Before it starts" now={before(fields)}>
        <BeforeFields fields={fields} others={others} reply={reply} />
      </Fold>
      <KeepOrLeave keep={button} leave={back} />
    </form>
  );
}

/** Fields that are not needed each time, with what they say now. */
function Fold({
  open,
  title,
  now,
  className,
  children,
}: {
  open: boolean;
  title: string;
  now: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details open={open} className={className}>
      <summary>
        {title} <span className="soft small">{now}</span>
      </summary>
      {children}
    </details>
  );
}

function timing({ limitMinutes, lateAllowed, attemptsAllowed }: TimingSettings): string {
  const limit = limitMinutes === "" ? "no limit" : `${limitMinutes} min`;
  const late = lateAllowed === "yes" ? "late work counts" : "no late work";
  return `${limit}, ${late}, ${attemptsAllowed === 1 ? "one attempt" : `${attemptsAllowed} attempts`}`;
}

function before({ afterId, password }: BeforeSettings): string {
  const said = [afterId ? "something comes first" : null, password ? "a password" : null].filter(Boolean);
  return said.length > 0 ? said.join(", ") : "nothing";
}
