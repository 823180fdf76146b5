import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { SeenAssignment } from "~/access/rights";
import { db, rows } from "~/db.server";
import { addVersion } from "~/models/item.server";
import { questionsReport } from "~/models/question-report.server";
import { remove } from "~/models/roster.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { askedOnce, earned, putWorks, type Slot, type Work, works } from "./random-work";
import { essay, give, makeClass, makeStudent } from "./teaching";

/** Two wordings each of three questions; the last is marked by hand. */
const itemOf = (wording: number) => wording >> 1;
const once = (list: Work[]) => askedOnce(list, ({ wording }) => itemOf(wording));
const [wordings, written] = [6, 2];
/** The last of each has left the class, or is of another assignment. */
const [students, given] = [4, 2];

/** A change of an answer: of which attempt, at which of its questions, and so many seconds after its start. */
type Change = { work: number; seat: number; after: number };
const changes = fc.array(
  fc.record({ work: fc.nat(24), seat: fc.nat(4), after: fc.constantFrom(0, 5, 5, 40, 42.5, 100, 700, 705, 1500) }),
  { minLength: 20, maxLength: 80, size: "max" },
);

describe.each(engines)("what a class answered to each question, on %s", (engine) => {
  withStore(engine);
  let assignment: SeenAssignment;
  let stored: Parameters<typeof putWorks>[1];
  let items: string[];

  beforeAll(async () => {
    const { rivera, klass } = await makeClass();
    const drafts = [draft(), draft(), essay()];
    items = drafts.map(({ id }) => id);
    const quiz = await makeQuiz(drafts);
    for (const one of drafts) await db().transaction((tx) => addVersion(tx, { ...one, stem: "In other words?" }));
    const versions = await rows<{ id: string }>(
      sql`select id from item_versions where item_id in ${items} order by item_id, version`,
    );
    assignment = await give(rivera, klass, quiz);
    const other = await give(rivera, klass, quiz);
    const people = [];
    for (let n = 0; n < students; n++) people.push((await makeStudent(klass, `Student ${n}`)).id);
    await remove(klass, people.at(-1) as string);
    const places = [assignment, other].map(({ id }) => ({ quiz, assignment: id, klass: klass.id }));
    stored = { people, places, wordings: versions.map(({ id }) => id) };
  });

  it("is what a recount of every single answer and every change of it finds, to the second", async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(works(students, given, wordings).map(once), changes, async (list, made) => {
        const real = made.filter(({ work, seat }) => list[work]?.slots[seat]);
        await putChanges(await putWorks(list, stored), real);
        const report = await questionsReport(assignment, { which: "all", group: null }, null);
        const counted = list.map((work, index) => ({ ...work, index })).filter(counts);
        seen += counted.length;
        expect(report.attempts).toBe(counted.length);
        expect(report.sureness).toEqual(sureness(counted.flatMap(({ slots }) => slots)));
        expect(report.questions.map(told).sort(byItem)).toEqual(
          items.flatMap((_, item) => recount(item, counted, real)).sort(byItem),
        );
      }),
      { numRuns: 60, seed: 8 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  async function putChanges(ids: string[], made: Change[]): Promise<void> {
    const list = made.map(({ work, seat, after }, seq) => ({ id: ids[work], slot: seat + 1, seq, after }));
    await rows(sql`insert into answer_log (attempt_id, slot, client, seq, made_at, counted)
      select t.id, l.slot, 'page', l.seq, t.started_at + l.after * interval '1 second', true
      from jsonb_to_recordset(${JSON.stringify(list)}::text::jsonb) as l(id uuid, slot int, seq int, after float8)
      join attempts t on t.id = l.id`);
  }

  const counts = ({ who, place, state }: Work) =>
    who < students - 1 && place === 0 && (state === "submitted" || state === "marked");

  function recount(item: number, counted: (Work & { index: number })[], made: Change[]): ReturnType<typeof told>[] {
    const slots = counted.flatMap((work) => work.slots).filter(({ wording }) => itemOf(wording) === item);
    if (slots.length === 0) return [];
    const picked = (letter: string) =>
      slots.filter(({ given, chosen }) => (given === "waits" || given === "marked") && chosen === letter).length;
    // Handing in leaves an answer to each question, if a blank one; here there may be none, and nothing is offered then.
    const letters = slots.some(({ given }) => given !== "nothing") ? ["a", "b", "c"] : [];
    // What is worth something is worth what the newest attempt says.
    const weight = slots.at(-1)?.weight ?? 0;
    const marks = slots.map((slot) => earned(slot, weight));
    const having = (is: (mark: number) => boolean) => marks.filter((mark) => mark !== null && is(mark)).length;
    const spent = counted.flatMap(({ slots, index }) =>
      secondsOf(made.filter(({ work }) => work === index)).filter(
        ([seat]) => itemOf(slots[seat]?.wording as number) === item,
      ),
    );
    return [
      {
        item: items[item] as string,
        asked: slots.length,
        right: having((mark) => mark === weight),
        partly: having((mark) => mark > 0 && mark < weight),
        wrong: having((mark) => mark === 0 && weight > 0),
        waiting: marks.filter((mark) => mark === null).length,
        facility:
          weight > 0 && having(() => true) > 0 ? rounded(mean(marks.filter((mark) => mark !== null)) / weight) : null,
        answers: item === written ? null : letters.map((letter) => `Letter ${letter}: ${picked(letter)}`),
        blank: slots.filter(({ given }) => given === "blank").length,
        seconds: rounded(median(spent.map(([, seconds]) => seconds))),
        sureness: sureness(slots),
      },
    ];
  }

  const told = ({ item, asked, answers, blank, seconds, sureness, ...marks }: Report["questions"][number]) => ({
    ...{ item, asked, blank, sureness, seconds: rounded(seconds) },
    ...{
      right: marks.right,
      partly: marks.partly,
      wrong: marks.wrong,
      waiting: marks.waiting,
      facility: rounded(marks.facility),
    },
    answers: answers?.map(({ text, count }) => `${text}: ${count}`).sort() ?? null,
  });
});

type Report = Awaited<ReturnType<typeof questionsReport>>;

/** Per question of one attempt: each moment's time since the one before, shared by what was answered at it. */
function secondsOf(mine: Change[]): [seat: number, seconds: number][] {
  const moments = [...new Set(mine.map(({ after }) => after))].sort((a, b) => a - b);
  const step = (after: number) => Math.min(600, after - (moments[moments.indexOf(after) - 1] ?? 0));
  const part = ({ after }: Change) => step(after) / mine.filter((one) => one.after === after).length;
  return [...new Set(mine.map(({ seat }) => seat))].map((seat) => [
    seat,
    mine.filter((one) => one.seat === seat).reduce((sum, one) => sum + part(one), 0),
  ]);
}

function median(all: number[]): number | null {
  const [sorted, half] = [all.toSorted((a, b) => a - b), (all.length - 1) / 2];
  if (all.length === 0) return null;
  return ((sorted[Math.floor(half)] as number) + (sorted[Math.ceil(half)] as number)) / 2;
}

/** Of answers that have their mark; what was left blank has one. */
function sureness(slots: Slot[]): Report["sureness"] {
  const marked = slots.filter(({ given, sure }) => (given === "blank" || given === "marked") && sure !== null);
  const all = [1, 2, 3].map((confidence) => {
    const mine = marked.filter(({ sure }) => sure === confidence);
    return {
      ...{ confidence, answers: mine.length },
      right: mine.filter(({ given, fraction }) => given === "marked" && fraction === 1).length,
    };
  });
  return marked.length > 0 ? all : [];
}

const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
const rounded = (seconds: number | null) => (seconds === null ? null : Math.round(seconds * 1e6) / 1e6);
const byItem = (a: { item: string }, b: { item: string }) => (a.item < b.item ? -1 : 1);
