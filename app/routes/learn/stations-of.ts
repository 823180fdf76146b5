import type { Station } from "~/components/stations";
import { layoutOf } from "~/models/layout";
import type { Placed } from "~/models/page.server";

/** The line of all questions of an attempt. @param pages as the attempt shows them */
export function stationsOf(pages: Placed[][], attempt: { layout: unknown; fromPlace: number }): Station[] {
  const { sequential } = layoutOf(attempt.layout);
  return pages.flatMap((questions, index) => {
    const [from = 0, to = 0] = [questions[0]?.place, questions.at(-1)?.place];
    const reach = !sequential ? "open" : to < attempt.fromPlace ? "left" : from > attempt.fromPlace ? "ahead" : "open";
    return questions.map(({ slot, place, flagged, answered }) => ({
      ...{ slot, place, flagged, answered, reach },
      page: index + 1,
    }));
  });
}
