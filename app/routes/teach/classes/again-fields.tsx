import { Field } from "~/components/field";
import { FieldError } from "~/components/field-error";
import { ErrorSummary, KeepOrLeave, type Reply } from "~/components/form";
import { Once } from "~/components/once";
import { Select } from "~/components/select";
import type { Proposal } from "~/models/reteach.server";
import { many } from "~/text";

type Props = { proposal: Proposal; dueAt: string; zone: string; reply: Reply | null | undefined; back: string };

/** So many questions are ticked at first, where there are as many (features.md, C6). */
const twinsAsked = 2;

/** Who gets what, all of it chosen already: one press gives it. */
export function AgainFields({ proposal: { students, places, twins }, dueAt, zone, reply, back }: Props) {
  const [first] = places;
  const heading = first?.heading.replace(/^[\d.]+ /, "") ?? "one more time";
  const ticked = (name: "students" | "items", otherwise: string[]) => reply?.typed[name]?.split(" ") ?? otherwise;
  const people = ticked(
    "students",
    students.map(({ person }) => person),
  );
  const asked = ticked(
    "items",
    twins.slice(0, twinsAsked).map(({ item }) => item),
  );
  return (
    <form method="post" className="stack">
      <Once />
      <ErrorSummary reply={reply} />
      <Ticks
        name="student"
        legend="For whom"
        hint="Only those you tick get it. Nobody else in the class sees it."
        error={reply?.errors.students?.[0]}
        compact
        lines={students.map(({ person, name, sure }) => [person, name, sure ? "very sure" : ""])}
        ticked={people}
      />
      <Select
        name="place"
        label="What they read"
        options={[...places.map(({ place, heading }): [string, string] => [place, heading]), ["", "nothing"]]}
        value={reply?.typed.place ?? first?.place ?? ""}
        reply={reply}
      />
      {twins.length === 0 ? (
        <p className="soft">
          No other question on the same idea is free to be asked: what an open assignment of theirs asks is kept for it.
          They get the section alone.
        </p>
      ) : (
        <Ticks
          name="item"
          legend={places.length > 0 ? "What they answer after it" : "What they answer"}
          hint="Other questions on the same idea. Those that they have not met come first."
          error={reply?.errors.items?.[0]}
          lines={twins.map(({ item, stem, met }) => [item, stem, metWords(met, students.length)])}
          ticked={asked}
        />
      )}
      <Field
        name="title"
        label="Title"
        hint="Students read this. It does not say that they were wrong."
        defaultValue={`Check again: ${heading}`}
        maxLength={120}
        required
        reply={reply}
      />
      <Field
        name="dueAt"
        label="Due"
        hint={`In the time of ${zone}.`}
        type="datetime-local"
        defaultValue={dueAt}
        reply={reply}
      />
      <KeepOrLeave keep={`Give it to ${students.length === 1 ? "this student" : "the ticked students"}`} leave={back} />
    </form>
  );
}

function metWords(met: number, students: number): string {
  if (met === 0) return "new to all of them";
  return met === students ? "all of them have had it" : `${many(met, "of them has", "of them have")} had it`;
}

type TicksProps = {
  name: string;
  legend: string;
  hint: string;
  error: string | undefined;
  compact?: boolean;
  lines: [value: string, label: string, note: string][];
  ticked: string[];
};

function Ticks({ name, legend, hint, error, compact, lines, ticked }: TicksProps) {
  const described = [`${name}-hint`, error && `${name}s-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="field wide" aria-describedby={described}>
      <legend>{legend}</legend>
      <span className="hint" id={`${name}-hint`}>
        {hint}
      </span>
      <FieldError id={`${name}s`} error={error} />
      <div className={compact ? "opts columns" : "opts"}>
        {lines.map(([value, label, note], index) => (
          <label className="opt" key={value}>
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              {...(error && index === 0 ? { autoFocus: true } : {})}
            />
            <span>
              {label}
              {note ? <span className="soft small line">{note}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
