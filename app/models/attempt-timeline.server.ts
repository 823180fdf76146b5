import { sql } from "drizzle-orm";
import type { SeenAttempt } from "~/access/rights";
import { rows } from "~/db.server";
import { type InteractionName, interactions } from "~/interactions/registry.server";
import { eventsOf } from "./attempt-change.server";
import { added } from "./attempt-time.server";
import { type MarkGiven, marksOf } from "./mark-log.server";

/** One thing that happened in an attempt. `late`: after it was due; `counted`: false for what came after the end. */
export type TimelineEvent = { at: Date } & (
  | { kind: "started" | "handed in" }
  | { kind: "answered"; slot: number; answer: string; confidence: number | null; counted: boolean; late: boolean }
  | { kind: "checked"; slot: number; number: number; fraction: number }
  | { kind: "minutes"; minutes: number; by: string; why: string }
  | { kind: "changed"; change: "reopened" | "closed again" | "voided" | "returned"; by: string; why: string }
  | {
      kind: "marked";
      slot: number;
      change: MarkGiven["kind"];
      from: number | null;
      to: number | null;
      by: string | null;
    }
);

/** What has no time of its own: hints that were looked at, by question. */
export type Timeline = { events: TimelineEvent[]; hints: { slot: number; taken: number }[] };

/** Everything that happened in an attempt, the first first: each change of each answer, late ones too. */
export async function timeline(attempt: SeenAttempt): Promise<Timeline> {
  const answers = await rows<Logged>(sql`
    select l.slot, extract(epoch from l.made_at)::float8 * 1000 as at, l.response, l.confidence, l.counted, v.interaction, v.body,
      coalesce(l.made_at > terms.due_at, false) as late
    from answer_log l
    join attempt_slots s on s.attempt_id = l.attempt_id and s.slot = l.slot
    join item_versions v on v.id = s.item_version_id
    left join terms on terms.assignment_id = ${attempt.assignmentId}::uuid and terms.person_id = ${attempt.personId}::uuid
    where l.attempt_id = ${attempt.id}::uuid order by l.made_at, l.seq`);
  const checks = await rows<{ slot: number; number: number; fraction: number; at: number }>(sql`
    select slot, number, fraction, extract(epoch from checked_at)::float8 * 1000 as at
    from answer_checks where attempt_id = ${attempt.id}::uuid`);
  const hints = await rows<{ slot: number; taken: number }>(sql`
    select slot, hints_taken as taken from attempt_slots
    where attempt_id = ${attempt.id}::uuid and hints_taken > 0 order by slot`);
  const changes = (await eventsOf(attempt)).filter(({ number }) => number === attempt.number);
  const marks = [...(await marksOf(attempt.id))];
  const events: TimelineEvent[] = [
    { kind: "started", at: attempt.startedAt },
    ...answers.map(toEvent),
    ...checks.map(({ at, ...check }) => ({ kind: "checked" as const, at: new Date(at), ...check })),
    ...(await added(attempt)).map(({ addedAt: at, ...more }) => ({ kind: "minutes" as const, at, ...more })),
    ...changes.map(({ kind: change, at, by, why }) => ({ kind: "changed" as const, change, at, by, why })),
    ...(attempt.submittedAt ? [{ kind: "handed in" as const, at: attempt.submittedAt }] : []),
    ...marks.flatMap(([slot, given]) =>
      given.map(({ kind: change, markedAt: at, oldScore: from, newScore: to, by }) => ({
        ...{ kind: "marked" as const, slot, change, at, from, to, by },
      })),
    ),
  ];
  return { events: events.sort((a, b) => a.at.getTime() - b.at.getTime()), hints };
}

type Logged = {
  slot: number;
  at: number;
  response: unknown;
  confidence: number | null;
  counted: boolean;
  late: boolean;
  interaction: InteractionName;
  body: unknown;
};

function toEvent({ at, response, interaction, body, ...rest }: Logged): TimelineEvent {
  const type = interactions[interaction];
  const answer = type.summary(type.body.parse(body), type.response.safeParse(response).data ?? null);
  return { kind: "answered", at: new Date(at), answer, ...rest };
}
