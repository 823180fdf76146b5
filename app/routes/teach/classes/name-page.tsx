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
  /** Whether it is a group's. */
  group?: boolean;
};

/** The page that asks for the name of one student or one group. */
export function NamePage({ visitor, id, className, name, title, button, reply, group = false }: Props) {
  const list = `/teach/classes/${id}/${group ? "groups" : "roster"}`;
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={list}>
          {className}: {group ? "groups" : "students"}
        </a>
      </p>
      <h1>{title}</h1>
      <form method="post">
        <ErrorSummary reply={reply} />
        <Field
          name="name"
          label={group ? "Name of the group" : "Name in this class"}
          hint={group ? undefined : "Who signs in with a PIN types this name."}
          defaultValue={name}
          maxLength={60}
          autoComplete="off"
          reply={reply}
        />
        <KeepOrLeave keep={button} leave={list} />
      </form>
    </Page>
  );
}
