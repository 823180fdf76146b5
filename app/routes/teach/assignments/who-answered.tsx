import type { Answerer } from "~/models/answer-table.server";

/** Those who gave an answer, each with the way to their attempt. @param count how many they are in all, named or not */
export function WhoAnswered({ who, count }: { who: Answerer[]; count: number }) {
  return (
    <>
      {who.map(({ name, attempt }, index) => (
        <span key={attempt}>
          {index > 0 ? ", " : null}
          <a href={`/teach/attempts/${attempt}`}>{name}</a>
        </span>
      ))}
      {count > who.length ? ` and ${count - who.length} more, who are in the CSV file of the class` : null}
    </>
  );
}
