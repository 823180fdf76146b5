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

/** The address of the list as it was narrowed, which then says what happened. */
export function tell(request: Request, what: Told, done: number, left: number): string {
  const search = new URL(request.url).searchParams;
  search.set("told", what);
  search.set("done", String(done));
  search.set("left", String(left));
  return `/teach/items?${search}`;
}

/** The same in words, or null when nothing happened. */
export function toldOf(request: Request): string | null {
  const search = new URL(request.url).searchParams;
  const what = search.get("told") ?? "";
  if (!Object.hasOwn(words, what)) return null;
  const [done, left] = ["done", "left"].map((name) => Number.parseInt(search.get(name) ?? "0", 10) || 0);
  const rest = left ? ` ${left} of the chosen ones stayed as they were.` : "";
  return `${words[what as Told]}: ${many(done as number, "question")}.${rest}`;
}
