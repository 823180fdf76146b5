import type { TaughtAssignment } from "~/access/rights";
import { disorder, overrideDraft } from "~/models/assignment-draft.server";
import type { Override, OverrideDraft } from "~/models/override.server";
import { wallTime } from "~/models/wall-time.server";
import { minutes, moment } from "~/text";
import { parseForm, refuse } from "../../account/parse-form.server";

/** What the page of an exception shows: whose assignment it is from, what is set now, and what it is for the others. */
export function overridePage(assignment: TaughtAssignment, holds: Override | null) {
  const { id, title, className, zone, viewer: visitor, opensAt, dueAt, closesAt, lateAllowed } = assignment;
  const { limitMinutes, attemptsAllowed, password } = assignment;
  const shown = (at: Date | null | undefined) => (at ? wallTime(at, zone) : "");
  const own = {
    opensAt: shown(holds?.opensAt),
    dueAt: shown(holds?.dueAt),
    closesAt: shown(holds?.closesAt),
    limitMinutes: holds?.limitMinutes ?? "",
    attemptsAllowed: holds?.attemptsAllowed ?? "",
    spoken: holds?.password ?? "",
    noPassword: holds?.password === "",
  };
  const usual = {
    opensAt: opensAt ? moment(opensAt, zone) : "at once",
    dueAt: dueAt ? moment(dueAt, zone) : "no due date",
    closesAt: !lateAllowed && dueAt ? "when it is due" : closesAt ? moment(closesAt, zone) : "never",
    limitMinutes: limitMinutes === null ? "no limit" : minutes(limitMinutes),
    attemptsAllowed: String(attemptsAllowed),
    spoken: password === null ? "none" : `“${password}”`,
  };
  return { visitor, id, title, className, zone, own, usual };
}

/**
 * Reads the form of an exception.
 * @param others the dates that hold where the form says nothing
 * @returns the exception, or the refused form
 */
export async function readOverride(
  request: Request,
  zone: string,
  others: Pick<OverrideDraft, "opensAt" | "dueAt" | "closesAt">,
) {
  const { value, typed, errors } = await parseForm(request, overrideDraft(zone));
  if (!value) return { refused: refuse(typed, errors) };
  const { spoken, noPassword, ...rest } = value;
  const draft: OverrideDraft = { ...rest, password: noPassword ? "" : spoken || null };
  if (Object.values(draft).every((one) => one === null))
    return { refused: refuse(typed, { "": ["Everything is as for the others. Fill in what should be otherwise."] }) };
  const wrong = disorder({
    opensAt: draft.opensAt ?? others.opensAt,
    dueAt: draft.dueAt ?? others.dueAt,
    closesAt: draft.closesAt ?? others.closesAt,
  });
  if (Object.keys(wrong).length === 0) return { draft };
  const says = Object.fromEntries(Object.entries(wrong).map(([field, why]) => [field, [why]]));
  return { refused: refuse(typed, says) };
}
