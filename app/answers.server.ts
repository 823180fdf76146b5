import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { findMyAttempt } from "./access/attempts.server";
import type { MyAttempt } from "./access/rights";
import { type ClockFields, clockFields, type Refusal } from "./attempt-clock.server";
import { offered } from "./interactions/form";
import { interactions } from "./interactions/registry.server";
import { type Answer, type Saved, save } from "./models/answer-log.server";
import { nameOf } from "./models/answer-name.server";
import { type Asked, askedOf } from "./models/asked.server";
import { delivered, type Shown } from "./models/attempt.server";
import { type Flag, flag } from "./models/flag.server";
import type { Asker } from "./session.server";

const Fields = z.array(z.tuple([z.string().max(100), z.string()])).max(200);

/** What the attempt page's script sends: the fields of each changed question, as a form would send them. */
const Body = z.strictObject({
  client: z
    .string()
    .min(8)
    .max(64)
    .regex(/^[\w-]+$/),
  answers: z
    .array(
      z.strictObject({
        slot: z.int().min(1).max(500),
        seq: z.int().min(0).max(2_000_000_000),
        ageMs: z.number().min(0).max(1e10),
        fields: Fields,
      }),
    )
    .max(500)
    .refine((answers) => new Set(answers.map(({ slot, seq }) => `${slot} ${seq}`)).size === answers.length),
});

const gone: Refusal = {
  status: 404,
  body: { error: "This attempt is not here for you. Sign in again in another tab; your answers stay on this page." },
};

type Reply = { status: number; body: { saved: Saved[]; savedAt: string } & ClockFields } | Refusal;

/**
 * Saves answers sent as JSON; server.js calls it before Remix, because it is the most frequent request of a lesson.
 * @returns 200 with one outcome per answer; 404 for a stranger's or an unknown attempt; 409 when all came too late
 */
export async function answers(request: Asker, attemptId: string, json: unknown): Promise<Reply> {
  const began = performance.now();
  const given = Body.safeParse(json);
  if (!given.success)
    return {
      status: 400,
      body: { error: "Keyhole does not understand these answers. Reload the page; your saved answers are kept." },
    };
  const slots = given.data.answers.map(({ slot }) => slot);
  const attempt = await findMyAttempt(request, attemptId, slots);
  if (!attempt) return gone;
  const forms = given.data.answers.map((answer) => ({ ...answer, form: toForm(answer.fields) }));
  const { answers, flags } = readAnswers(attempt, attempt.asked, forms);
  const saved = await save(attempt, given.data.client, answers, flags, began);
  // It was deleted in between.
  if (saved.length < answers.length) return gone;
  const late = saved.length > 0 && saved.every((one) => one.outcome === "too late" && !one.passed);
  return {
    status: late ? 409 : 200,
    body: { saved, savedAt: new Date().toISOString(), ...clockFields(attempt) },
  };
}

/**
 * Saves the questions that a posted page shows and that differ from what the page was drawn with, so that a page left
 * open in another tab does not overwrite newer answers with old ones.
 * @returns whether anything came too late, and why: the time was over, or the page had been left for good
 */
export async function saveForm(
  attempt: Pick<MyAttempt, "id" | "seed">,
  form: FormData,
): Promise<"over" | "passed" | null> {
  const began = performance.now();
  const slots = [...new Set([...form.keys()].flatMap((name) => /^s([1-9]\d{0,2})$/.exec(name)?.[1] ?? []).map(Number))];
  if (slots.length === 0) return null;
  const { answers, flags } = readAnswers(
    attempt,
    await askedOf(attempt, slots),
    slots.map((slot) => ({ slot, seq: 1, ageMs: 0, form })),
  );
  const changed = answers.filter((one) => nameOf(one.response, one.confidence) !== form.get(`was${one.slot}`));
  if (changed.length === 0) {
    await flag(attempt, flags);
    return null;
  }
  // A page that is sent again after going back holds new answers under the same fields, so each post is its own client.
  const saved = await save(attempt, `form-${uuidv7()}`, changed, flags, began);
  const late = saved.filter((one) => one.outcome === "too late");
  if (late.length === 0) return null;
  return late.every((one) => one.passed) ? "passed" : "over";
}

/** One question's part of a form, and when it was made. */
type Given = { slot: number; seq: number; ageMs: number; form: FormData };

/**
 * Turns form fields into answers, each by its own question type, and into the "come back to this" marks.
 * @param asked the questions of the attempt; what is given to others is dropped
 */
function readAnswers(attempt: Omit<Shown, "id">, asked: Asked[], given: Given[]): { answers: Answer[]; flags: Flag[] } {
  const questions = new Map(asked.map((question) => [question.slot, question]));
  const known = given.flatMap((one) => {
    const question = questions.get(one.slot);
    return question ? [{ ...one, question }] : [];
  });
  const flags = known
    .filter(({ slot, form }) => form.has(`s${slot}`))
    .map(({ slot, form }) => [slot, form.has(`flag${slot}`)] as const);
  return {
    flags: [...new Map(flags)].map(([slot, flagged]) => ({ slot, flagged })),
    answers: known.map(({ slot, seq, ageMs, form, question: { interaction, body } }) => {
      const response = interactions[interaction].parse(form, `q${slot}`, delivered(interaction, body, attempt, slot));
      const confidence = Number(offered(form, `c${slot}`, ["1", "2", "3"])) || null;
      return { slot, seq, ageMs, response, confidence };
    }),
  };
}

function toForm(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
