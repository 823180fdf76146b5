/** How far we checked a piece of background, from best to least. */
export const checks = ["checked", "checked through secondary reports", "general knowledge, not checked"] as const;
type Checked = { check: (typeof checks)[number][]; check_note?: string };

/** What goes beside the status of background that nobody here saw whole in the original, with a comma before it; or nothing. */
export function unseenWords({ check }: Pick<Checked, "check">): string {
  const part = check.length > 1 ? "partly " : "";
  if (check.includes("general knowledge, not checked"))
    return part ? ", partly not checked by us" : ", general knowledge, not checked by us";
  return check.includes("checked through secondary reports") ? `, ${part}through secondary reports` : "";
}

/** "Partly checked, partly general knowledge and not checked. The text was checked; the rest ..." */
export function howChecked({ check, check_note }: Checked): string {
  const [only = "", ...more] = check;
  const far = more.length > 0 ? check.map((one) => `partly ${one.replace(",", " and")}`).join(", ") : only;
  return [`${far.slice(0, 1).toUpperCase()}${far.slice(1)}.`, check_note].filter(Boolean).join(" ");
}
