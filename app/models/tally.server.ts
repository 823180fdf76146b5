import { createHash } from "node:crypto";
import type { ReviewRow } from "~/interactions/contract";
import { type InteractionName, interactions } from "~/interactions/registry.server";

/** Under so many answers a picture would tell who gave which. */
const answersNeeded = 3;

/** `right` is null while the answer is not shown. */
export type Bar = { label: string; count: number; right: boolean | null };
/**
 * What several people answered to one question, without any of them. `bars` is null under three answers, and where people
 * typed their answer: words of somebody's own may say who they are.
 */
export type Tally = { answers: number; bars: Bar[] | null; typed: boolean };

type KeyOf = (response: unknown) => unknown;
type Asked = { id: string; interaction: string; body: unknown };

/** Whether the answer is typed in and not picked from what is offered. */
export const isTyped = (interaction: string) => interactions[interaction as InteractionName].guess === undefined;

/**
 * Counts answers by what was picked. The order of the bars follows from their words alone, so that it tells nothing and
 * stays the same when more answers come.
 * @param keyOf the key by which an answer is marked, corrections and all, where it is to be said what is right; then answers
 *   that were typed are told apart by that alone. Null: it is not said.
 */
export function tally(asked: Asked, responses: unknown[], keyOf: KeyOf | null): Tally {
  const type = interactions[asked.interaction as InteractionName];
  const body = type.body.parse(asked.body);
  const given = responses.flatMap((response) => {
    const parsed = type.response.safeParse(response);
    return parsed.success ? [parsed.data as unknown] : [];
  });
  const typed = isTyped(asked.interaction);
  if (given.length < answersNeeded) return { answers: given.length, bars: null, typed };
  if (typed) return { answers: given.length, bars: keyOf && byMark(given, keyOf), typed };
  const bars = new Map<string, Bar>();
  const add = (rows: ReviewRow[], standings: Map<string, ReviewRow> | null) => {
    for (const row of rows) {
      const label = row.says ? `${row.text}: ${row.says}` : row.text;
      const bar = bars.get(label) ?? { label, count: 0, right: null };
      const standing = standings?.get(row.text)?.standing;
      // An answer that was accepted later is right by the key of those who gave it, whatever the written one says.
      if (standing) bar.right ||= standing === "right" || standing === "missed";
      if (row.picked) bar.count += 1;
      bars.set(label, bar);
    }
  };
  const keyed = (response: unknown) =>
    keyOf && new Map(type.review(body, keyOf(response), response).map((row): [string, ReviewRow] => [row.text, row]));
  for (const response of given)
    add(
      type.review(body, null, response).filter(({ picked }) => picked),
      keyed(response),
    );
  // What nobody picked stands there too, where what is offered is what is picked.
  const offered = type.review(body, null, null);
  if (offered.some(({ text }) => bars.has(text))) add(offered, keyed(null));
  return { answers: given.length, bars: [...bars.values()].sort(byHash(asked.id)), typed };

  function byMark(all: unknown[], keyFor: KeyOf): Bar[] {
    const right = all.filter((response) => type.grade(body, keyFor(response), response) === 1).length;
    return [
      { label: "Right", count: right, right: true },
      { label: "Not right, or not wholly", count: all.length - right, right: false },
    ];
  }
}

/** The right answer in words. */
export function answerInWords({ interaction, body }: Asked, keyOf: KeyOf): string {
  const type = interactions[interaction as InteractionName];
  const parsed = type.body.parse(body);
  return type.summary(parsed, type.solution(parsed, keyOf(null)));
}

function byHash(salt: string): (a: Bar, b: Bar) => number {
  const place = ({ label }: Bar) => createHash("sha1").update(`${salt} ${label}`).digest("hex");
  return (a, b) => (place(a) < place(b) ? -1 : 1);
}
