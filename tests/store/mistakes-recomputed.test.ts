import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { SignedIn } from "~/access/rights";
import { db, rows } from "~/db.server";
import { addVersion } from "~/models/item.server";
import { dueCards, standing } from "~/models/review-queue.server";
import { draft, makeQuiz } from "../factories";
import { engines, withStore } from "../stores";
import { grantOf, march, setClock } from "./coming-back";
import { momentOf, type Place, putWorks, type Work, works } from "./random-work";
import { essay, give, hours, makeClass, makeStudent } from "./teaching";

/** Two wordings each of four questions; the last is marked by hand. */
const itemOf = (wording: number) => wording >> 1;
const [wordings, written] = [8, 3];
const over = { dueAt: hours(-2), closesAt: hours(-1) };
const ahead = { dueAt: hours(1), closesAt: hours(2) };
/**
 * When each assignment shows its keys, and whether that has come for Ana, if nobody is at work in it; `own` are dates of hers
 * alone. The first place is practice.
 */
const rules = [
  { keyWhen: "now", come: true, dates: {}, own: null },
  { keyWhen: "submit", come: true, dates: {}, own: null },
  { keyWhen: "due", come: true, dates: over, own: null },
  { keyWhen: "due", come: true, dates: ahead, own: over },
  { keyWhen: "due", come: false, dates: over, own: ahead },
  { keyWhen: "close", come: true, dates: over, own: null },
  { keyWhen: "close", come: false, dates: ahead, own: null },
  { keyWhen: "never", come: false, dates: {}, own: null },
];

describe.each(engines)("the questions that come back to somebody, on %s", (engine) => {
  withStore(engine);
  let me: SignedIn;
  let stored: Parameters<typeof putWorks>[1];
  let items: string[];

  beforeAll(async () => {
    const { rivera, klass } = await makeClass();
    const drafts = [draft(), draft(), draft(), essay()];
    items = drafts.map(({ id }) => id);
    const quiz = await makeQuiz(drafts);
    for (const one of drafts) await db().transaction((tx) => addVersion(tx, { ...one, stem: "In other words?" }));
    await rows(sql`update quizzes set practice = 'nobody' where slug = ${quiz}`);
    const versions = await rows<{ id: string }>(
      sql`select id from item_versions where item_id in ${items} order by item_id, version`,
    );
    const [ana, ben] = [await makeStudent(klass, "Ana"), await makeStudent(klass, "Ben")];
    const places: Place[] = [{ quiz, assignment: null, klass: null }];
    for (const { keyWhen, dates, own } of rules) {
      const { id } = await give(rivera, klass, quiz, dates);
      await rows(sql`update assignments set key_when = ${keyWhen} where id = ${id}::uuid`);
      if (own)
        await rows(sql`insert into overrides (assignment_id, person_id, due_at, closes_at, set_by) values (${id}::uuid, ${ana.id}::uuid,
          ${own.dueAt.toISOString()}::timestamptz, ${own.closesAt.toISOString()}::timestamptz, ${rivera.id}::uuid)`);
      places.push({ quiz, assignment: id, klass: klass.id });
    }
    me = await grantOf(ana);
    stored = { people: [ana.id, ben.id], places, wordings: versions.map(({ id }) => id) };
  });

  it("are those that a recomputation from every attempt finds, in the newest wording whose key is out", async () => {
    setClock(march(28));
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(works(2, rules.length + 1, wordings), async (list) => {
        await putWorks(list, stored);
        await rows(sql`delete from review_cards where person_id = ${me.id}::uuid`);
        await standing(me);
        await standing(me);
        const missed = missedIn(list);
        seen += missed.size;
        const cards = await rows<{ item: string; blank: boolean; day: string }>(sql`
          select item_id as item, blank, seen_on::text as day from review_cards where person_id = ${me.id}::uuid`);
        expect(cards.map(({ item, day }) => `${item} ${day}`).sort()).toEqual(
          [...missed].map(([item, { day }]) => `${item} ${day}`).sort(),
        );
        for (const { item, blank } of cards) expect(missed.get(item)?.blank).toContain(blank);
        expect(await wordingsAsked()).toEqual(newestMet(list, missed));
      }),
      { numRuns: 60, seed: 8 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  /** With all assignments taken back nothing keeps a question from being asked. */
  async function wordingsAsked(): Promise<string[]> {
    const all = sql`id in ${stored.places.flatMap(({ assignment }) => assignment ?? [])}`;
    await rows(sql`update assignments set removed_at = now() where ${all}`);
    const cards = await dueCards(me);
    await rows(sql`update assignments set removed_at = null where ${all}`);
    return cards.map(({ itemId, ownVersion }) => `${itemId} ${stored.wordings.indexOf(ownVersion)}`).sort();
  }

  /** My attempts whose keys are out. What shows them when it closes does so once nobody is at work in it. */
  function released(list: Work[]): Work[] {
    const working = (place: number, who?: number) =>
      list.some((one) => one.state === "in_progress" && one.place === place && one.who === (who ?? one.who));
    return list.filter(({ who, place, state }) => {
      if (who !== 0 || (state !== "submitted" && state !== "marked")) return false;
      if (place === 0) return true;
      const rule = rules[place - 1];
      return rule?.come && !working(place, rule.keyWhen === "close" ? undefined : 0);
    });
  }

  /** By question: the day of its newest mistake in Madrid, and whether it was left blank then; twice in one attempt may be both. */
  function missedIn(list: Work[]): Map<string, { at: number; day: string; blank: boolean[] }> {
    const found = new Map<string, { at: number; day: string; blank: boolean[] }>();
    for (const { handedIn, slots } of released(list))
      for (const { wording, given, fraction } of slots) {
        const wrong = given === "blank" || (given === "marked" && fraction < 1);
        if (!wrong || itemOf(wording) === written) continue;
        const item = items[itemOf(wording)] as string;
        const before = found.get(item);
        if (before && before.at > handedIn) continue;
        const day = new Date(momentOf(handedIn)).toLocaleDateString("sv-SE", { timeZone: "Europe/Madrid" });
        const same = before?.at === handedIn ? before.blank : [];
        found.set(item, { at: handedIn, day, blank: [...same, given === "blank"] });
      }
    return found;
  }

  function newestMet(list: Work[], missed: Map<string, unknown>): string[] {
    const met = released(list).flatMap(({ slots }) => slots.map(({ wording }) => wording));
    return [...missed.keys()]
      .map((item) => `${item} ${Math.max(...met.filter((wording) => items[itemOf(wording)] === item))}`)
      .sort();
  }
});
