import { Field } from "~/components/field";
import type { Reply } from "~/components/form";
import { passwordLength } from "~/models/password";

/**
 * A field for a password, with a link to the same page on which it can be read while it is typed.
 * @param show whether it can be read now
 * @param other the page with the opposite of that; null where another field of the form has the link
 * @param which "new": it is thought of here, so the rule for it is told
 */
export function PasswordField({
  name = "password",
  label,
  which,
  show,
  other,
  reply,
}: {
  name?: "password" | "current";
  label: string;
  which: "new" | "current";
  show: boolean;
  other: string | null;
  reply: Reply | undefined;
}) {
  return (
    <Field
      name={name}
      label={label}
      hint={
        <>
          {which === "new"
            ? `At least ${passwordLength.min} characters of any kind; four words that do not belong together are good. `
            : null}
          {other ? <a href={other}>{show ? "Hide it while I type" : "Show it while I type"}</a> : null}
        </>
      }
      type={show ? "text" : "password"}
      autoComplete={which === "new" ? "new-password" : "current-password"}
      spellCheck={false}
      reply={reply}
    />
  );
}
