import type { Teacher } from "~/access/rights";
import { keyed } from "~/models/secret.server";
import { many } from "~/text";

/** What happened to how many questions, put into the address that one is sent on to. */
export type Told = "tagged" | "untagged" | "retired" | "returned" | "readied";

const words: Record<Told, string> = {
  tagged: "Tagged",
  untagged: "Without the tag now",
  retired:
    "Retired (they keep their place in quizzes and in everybody’s work; look for the state “retired” to bring them back)",
  returned: "Back in the bank",
  readied: "Ready now",
};

/** The address of the list as it was narrowed, which then says to this teacher what happened. */
export function tell(visitor: Teacher, request: Request, what: Told, done: number, left: number): string {
  const search = new URL(request.url).searchParams;
  search.delete("page");
  search.set("told", `${what}.${done}.${left}`);
  search.set("seal", seal(visitor, `${what}.${done}.${left}`));
  return `/teach/items?${search}`;
}

/** The same in words; null when nothing happened, and for a link that somebody else made up. */
export function toldOf(visitor: Teacher, request: Request): string | null {
  const search = new URL(request.url).searchParams;
  const told = search.get("told") ?? "";
  if (search.get("seal") !== seal(visitor, told)) return null;
  const [what, done, left] = told.split(".") as [Told, string, string];
  const rest = left === "0" ? "" : ` ${left} of the chosen ones stayed as they were.`;
  return `${words[what]}: ${many(Number(done), "question")}.${rest}`;
}

/** Only the server can make it, and it is good for one person: a notice in an address is a statement of ours. */
function seal(visitor: Teacher, told: string): string {
  return keyed(`told ${visitor.id} ${told}`).slice(0, 32);
}
