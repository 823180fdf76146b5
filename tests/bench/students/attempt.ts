import type { Answered, Line } from "./line";
import type { Answers, Done, Open } from "./orders";

/** What a form without a file is sent as. */
export const form = "application/x-www-form-urlencoded";
/** How the fourteen questions go out with five saves, as many as were counted of Moodle's attempt. */
const saves = 5;

let clients = 0;
/** Of one attempt a later answer has a higher number, whoever sent it, so that everybody can tell the newest. */
const numbers = new Map<string, number>();

/** A name for a page that was just opened; a later one sorts behind it. */
export const newClient = () => `bench-${String(++clients).padStart(9, "0")}`;

/** What is wanted of an answer. @throws with its address and what came instead */
export function expectStatus(wanted: number, { status, headers }: Answered, of: string): string {
  if (status !== wanted) throw new Error(`${status} for ${of.replace(/[0-9a-f-]{36}/g, ":id")}`);
  return headers.location ?? "";
}

/** Saves answers to some questions with one request. @returns how long it took; what was kept is in `done` */
export async function save(
  line: Line,
  to: Open["attempt"],
  client: string,
  slots: number[],
  of: Saving,
): Promise<number> {
  const { answers, done, floor } = of;
  const given = slots.map((slot) => {
    const seq = (numbers.get(to) ?? 0) + 1;
    numbers.set(to, seq);
    const choices = answers[slot - 1] ?? [];
    return { slot, seq, which: (seq * 5 + clients) % choices.length };
  });
  const sent = given.map(({ slot, seq, which }) => {
    const { fields, response } = answers[slot - 1]?.[which] as Answers[number][number];
    return { slot, seq, ageMs: 0, ...(floor ? { response } : { fields }) };
  });
  const address = `/attempts/${to}/answers`;
  const answer = await line.post(address, JSON.stringify({ client, answers: sent }), "application/json");
  expectStatus(200, answer, address);
  const { saved } = JSON.parse(answer.body.toString()) as { saved: { slot: number; seq: number; outcome: string }[] };
  for (const { slot, seq, which } of given) {
    const outcome = saved.find((one) => one.slot === slot && one.seq === seq)?.outcome;
    if (outcome === "kept") done.kept.push([to, slot, client, seq, which]);
    else done.errors.push(`an answer was told "${outcome}"`);
  }
  return answer.ms;
}

/** What a save needs to know. The floor is sent what a question type would have made of the fields. */
export type Saving = { answers: Answers; done: Done; floor?: boolean };

/**
 * A whole attempt as a browser goes through it, one request after the other: the page of the work, the form to sign in, the page
 * of the work again, the start, the questions, the summary, which the page's script fetches ahead, five saves, the handing in,
 * the review. Moodle asks sixteen times for the same steps; what is left out here is the sending of the password, whose hash is
 * slow on purpose, so this is thirteen of fourteen.
 * @returns gives, step by step, how long each took, in ms
 */
export async function* wholeAttempt(line: Line, task: string, of: Saving): AsyncGenerator<number> {
  const look = async (path: string) => {
    const answer = await line.get(path);
    expectStatus(200, answer, path);
    return answer.ms;
  };
  yield await look(task);
  const asked = await line.get("/sign-in", true);
  expectStatus(200, asked, "/sign-in");
  yield asked.ms;
  yield await look(task);
  const started = await line.post(task, "", form);
  const attempt = attemptAt(expectStatus(302, started, task));
  of.done.open.push({ attempt, cookie: "" });
  yield started.ms;
  yield await look(`/attempts/${attempt}`);
  yield await look(`/attempts/${attempt}/summary`);
  const client = newClient();
  const each = Math.ceil(of.answers.length / saves);
  for (let first = 1; first <= of.answers.length; first += each) {
    const slots = Array.from({ length: Math.min(each, of.answers.length - first + 1) }, (_, index) => first + index);
    yield await save(line, attempt, client, slots, of);
  }
  yield (await handIn(line, attempt, of.done)).ms;
  yield await look(`/attempts/${attempt}/review`);
}

/** @returns the answer to the handing in, which leads to the review */
export async function handIn(line: Line, attempt: string, done: Done): Promise<Answered> {
  const answer = await line.post(`/attempts/${attempt}/submission`, "", form);
  const to = expectStatus(302, answer, "handing in");
  if (to !== `/attempts/${attempt}/review`) throw new Error(`handing in led to ${to}`);
  done.handedIn.push(attempt);
  return answer;
}

/** The attempt to which a start leads. */
export function attemptAt(location: string): string {
  const id = /^\/attempts\/([0-9a-f-]{36})$/.exec(location)?.[1];
  if (!id) throw new Error(`a start led to ${location}`);
  return id;
}
