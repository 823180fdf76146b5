import type { AuthoredItem } from "~/lessons/quiz-file.server";
import { fields } from "../playing";
import type { Visitor } from "../visitor";

/** The fields that give these responses on the page that is open, and how sure they are where it is asked. */
export function answersHere(
  { page: { document } }: Visitor,
  asked: AuthoredItem[],
  response: (item: AuthoredItem) => unknown,
  sure?: (item: AuthoredItem) => number,
): Record<string, string | string[]> {
  const slots = [...document.querySelectorAll("[data-slot]")].map((one) => Number(one.getAttribute("data-slot")));
  return Object.assign(
    {},
    ...slots.map((slot) => {
      const item = asked[slot - 1];
      if (!item) return {};
      const confidence = sure && document.querySelector(`[name=c${slot}]`) ? { [`c${slot}`]: String(sure(item)) } : {};
      return { ...fields(item, `q${slot}`, response(item)), ...confidence };
    }),
  );
}

/** Answers page by page from the one that is open to the last. */
export async function sit(...given: Parameters<typeof answersHere>): Promise<void> {
  const [visitor] = given;
  for (;;) {
    const answers = answersHere(...given);
    const more = [...visitor.page.document.querySelectorAll("button")].some((one) =>
      /^Next/.test(one.textContent ?? ""),
    );
    await visitor.submit(more ? /^Next/ : "Check before handing in", answers);
    if (!more) return;
  }
}
