import type { ReactNode } from "react";
import { Field } from "~/components/field";
import { ErrorSummary, KeepOrLeave, type Reply } from "~/components/form";
import { Page } from "~/components/page";
import type { overridePage } from "./override-form.server";

type Props = {
  page: ReturnType<typeof overridePage>;
  /** Whose exception it is. */
  name: string;
  reply: Reply | undefined;
  children: ReactNode;
};

/** The page on which one exception is made or changed. `children` say what it means for whom. */
export function OverrideForm({ page, name, reply, children }: Props) {
  const { visitor, id, title, className, zone, own, usual } = page;
  const field = (name: keyof typeof usual, label: string) => ({
    name,
    label,
    hint: `For the others: ${usual[name]}.`,
    defaultValue: own[name],
    reply,
  });
  return (
    <Page visitor={visitor} at="/teach" className="stack">
      <p className="eyebrow">
        <a href={`/teach/assignments/${id}/overrides`}>
          {className} · {title}: exceptions
        </a>
      </p>
      <h1>An exception for {name}</h1>
      {children}
      <form method="post">
        <ErrorSummary reply={reply} />
        <p className="soft zone">All times are times of {zone}.</p>
        <Field type="datetime-local" {...field("opensAt", "Opens")} />
        <Field type="datetime-local" {...field("dueAt", "Due")} />
        <Field type="datetime-local" {...field("closesAt", "Closes")} />
        <Field type="number" min={1} max={1440} step={1} {...field("limitMinutes", "Time limit in minutes")} />
        <Field type="number" min={1} max={20} step={1} {...field("attemptsAllowed", "Attempts allowed")} />
        <Field maxLength={100} autoComplete="off" autoCapitalize="none" {...field("spoken", "Password")} />
        <label className="opt field">
          <input
            type="checkbox"
            name="noPassword"
            defaultChecked={reply ? reply.typed.noPassword !== undefined : own.noPassword}
          />
          Needs no password
        </label>
        <KeepOrLeave keep="Keep the exception" leave={`/teach/assignments/${id}/overrides`} />
      </form>
    </Page>
  );
}
