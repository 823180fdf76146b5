import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { attempts } from "#drizzle/schema";
import { db } from "~/db.server";
import { save } from "~/models/answer-log.server";
import { startPractice } from "~/models/attempt.server";
import { closeIfOver, submit } from "~/models/submission.server";
import { draft, makePerson, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { type Door, play } from "../weave/play";
import { answer, items, seed } from "../weave/questions";
import { scripts } from "../weave/script";
import { letTimePass, readStored } from "../weave/stored";
import { broken } from "../weave/verdict";

describe.each(engines)("two tabs and a second device on %s", (engine) => {
  const stories = Number(process.env.WEAVE_STORIES ?? 1000);
  withStore(engine);
  let quiz: string;
  beforeAll(async () => {
    quiz = await makeQuiz(
      items.map(({ interaction, body, key }) => draft({ interaction, body: body as object, key: key as object })),
      0.7,
    );
  });

  it(`lose nothing, are told the truth and get the marks of the newest answers, in ${stories} interleavings`, async () => {
    await fc.assert(
      fc.asyncProperty(scripts(items.length, true), async (script) => {
        const id = await startPractice(await makePerson(), quiz);
        if (script.deadline !== null)
          await db()
            .update(attempts)
            .set({ deadline: sql`started_at + ${script.deadline} * interval '1 s'` })
            .where(eq(attempts.id, id));
        const door: Door = {
          save: ({ device, answers }) => save({ id }, device.client, answers),
          submit: () => submit({ id }),
          close: () => closeIfOver(id),
          pass: (seconds) => letTimePass(id, seconds),
          read: () => readStored(id),
        };
        const story = await play(script, door, answer);
        expect(broken(story, await readStored(id), items)).toEqual([]);
      }),
      { numRuns: stories, seed },
    );
  }, 900_000);
});
