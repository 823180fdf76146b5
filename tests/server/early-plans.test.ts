import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, setStore } from "~/db.server";
import { signUp } from "~/models/account.server";
import { fill } from "../bench/fill";
import { type Asking, type Counted, CountedVisitor, startCounted } from "../counted/counted";
import { explainAll } from "../counted/overheard";
import { rowsRead } from "../counted/plans";
import { attemptOn, quiz, sendAnswer } from "../playing";

/** The most rows that one request may go through. */
const limits: Record<string, number> = {
  home: 60,
  "page before": 60,
  save: 20,
  "attempt page": 120,
  summary: 120,
  clock: 20,
  "own page": 120,
};
const [neighbours, times] = [200, 7];

describe("a connection that planned its statements while there was next to nothing to read", () => {
  let counted: Counted;
  let later: Record<string, Asking>;

  beforeAll(async () => {
    counted = await startCounted(async () => {}, explainAll);
    const guest = new CountedVisitor(counted);
    await guest.get(`/quizzes/${quiz.slug}`);
    await guest.submit("Start");
    const attempt = attemptOn(guest);
    const ask = async (client: string): Promise<Record<string, Asking>> => {
      await sendAnswer(guest, attempt, client, 1, "a");
      return {
        save: guest.askings.at(-1) as Asking,
        clock: await guest.again(`${attempt}/clock?client=${client}`),
        "attempt page": await guest.again(attempt),
        summary: await guest.again(`${attempt}/summary`),
        home: await guest.again("/"),
        "page before": await guest.again(`/quizzes/${quiz.slug}`),
        "own page": await guest.again("/me"),
      };
    };
    for (let time = 0; time < times; time++) await ask(`early-page-${time}`);
    await fillBeside();
    await counted.line.heard();
    later = await ask("later-page");
  });
  afterAll(() => counted?.stop());

  it("still looks at nothing but the asker's own, once there is much", () => {
    expect(Object.keys(later).sort()).toEqual(Object.keys(limits).sort());
    const over = Object.entries(later).flatMap(([name, { plans, status }]) => {
      const read = rowsRead(plans);
      const sum = Object.values(read).reduce((one, other) => one + other, 0);
      return status === 200 && sum > 0 && sum <= (limits[name] as number) ? [] : [{ name, status, sum, read }];
    });
    expect(over).toEqual([]);
  });

  /** By another connection. Nothing is analyzed then: that would let Postgres plan anew. */
  async function fillBeside(): Promise<void> {
    const store = await openStore({ DATABASE_URL: counted.line.address, DATABASE_POOL: 1, DATA_DIR: "" });
    setStore(store);
    const teacher = await signUp(null, {
      name: "A teacher",
      login: "teacher",
      password: "a long password",
      teach: true,
    });
    if (typeof teacher !== "object") throw new Error("Nobody teaches.");
    const one = { teacher: teacher.id, students: 5, questions: 10, goes: 1, running: false };
    await fill(Array.from({ length: neighbours }, (_, n) => ({ ...one, name: `beside ${n}`, running: n === 0 })));
    await store.close();
  }
});
