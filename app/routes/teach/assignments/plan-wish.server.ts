import type { Reply } from "~/components/form";
import { disorder, isInReach, outOfReach } from "~/models/assignment-draft.server";
import type { Planned } from "~/models/plan-copy.server";
import { isOver, momentOf } from "~/models/wall-time.server";

/** To which class a plan goes ("new": one of this name), and where its first date lies, as a wall clock shows it. */
export type CopyWish = { to: string; name: string; first: string };

/** The wish that a form or an address holds; what is missing is "". */
export function wishIn(form: FormData | URLSearchParams): CopyWish {
  const text = (name: string) =>
    String(form.get(name) ?? "")
      .replaceAll("\0", "")
      .trim();
  return { to: text("to"), name: text("name").slice(0, 120), first: text("first") };
}

/** What is wrong with it, by field; null when nothing is. @param moved the plan on its new dates, if they are dates */
export function wrongWith(wish: CopyWish, moved: Planned[] | null): Reply["errors"] | null {
  if (wish.to === "new" && wish.name === "") return { name: ["Give the new class a name."] };
  const first = momentOf(wish.first, "UTC");
  if (first && !isInReach(first)) return { first: [outOfReach] };
  if (!moved) return { first: ["Give a date and a time, such as 2027-01-11T08:00."] };
  for (const one of moved) {
    const [wrong] = Object.values(disorder(one));
    if (wrong) return { first: [`“${one.title}”: ${wrong} A clock change lies between. Choose another date.`] };
    if (one.closesAt && isOver(one.closesAt))
      return { first: [`“${one.title}” would be over already. Choose a later date.`] };
  }
  return moved.some(({ fit }) => fit) ? null : { "": ["No quiz of this plan can be given any more."] };
}
