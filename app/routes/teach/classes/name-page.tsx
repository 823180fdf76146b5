import type { Person } from "~/access/rights";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave, type Reply } from "~/components/form";
import { Page } from "~/components/page";

type Props = {
  visitor: Person;
  id: string;
  className: string;
  name: string;
  title: string;
  button: string;
  reply: Reply | undefined;
  /** The page of the class that it belongs to. */
  back?: { to: string; words: string };
  label?: string;
  hint?: string | undefined;
};

const students = { to: "roster", words: "students" };
const pinHint = "Who signs in with a PIN types this name.";

/** What is otherwise where it is the name of a group. */
export const ofGroup = { back: { to: "groups", words: "groups" }, label: "Name of the group", hint: "" };

/** The page that asks for the name of one person in a class, or of one of its groups. */
export function NamePage({
  visitor,
  id,
  className,
  name,
  title,
  button,
  reply,
  back = students,
  label = "Name in this class",
  hint = pinHint,
}: Props) {
  const leave = `/teach/classes/${id}/${back.to}`;
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={leave}>
          {className}: {back.words}
        </a>
      </p>
      <h1>{title}</h1>
      <form method="post">
        <ErrorSummary reply={reply} />
        <Field
          name="name"
          label={label}
          hint={hint}
          defaultValue={name}
          maxLength={60}
          autoComplete="off"
          reply={reply}
        />
        <KeepOrLeave keep={button} leave={leave} />
      </form>
    </Page>
  );
}
