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
  hint?: string;
};

const students = { to: "roster", words: "students" };

/** The page that asks for the name of one person in a class. */
export function NamePage({ visitor, id, className, name, title, button, reply, back = students, hint }: Props) {
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
          label="Name in this class"
          hint={hint ?? "Who signs in with a PIN types this name."}
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
