import type { Answerer } from "~/models/answer-table.server";
import { many } from "~/text";

/** Those who gave an answer, each with the way to their attempt. @param count how many such answers there are in all, named or not */
export function WhoAnswered({ who, count }: { who: Answerer[]; count: number }) {
  return (
    <>
      {who.map(({ name, attempt }, index) => (
        <span key={attempt}>
          {index > 0 ? ", " : null}
          <a href={`/teach/attempts/${attempt}`}>{name}</a>
        </span>
      ))}
      {count > who.length ? ` and ${many(count - who.length, "more answer")}` : null}
    </>
  );
}
