import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { enrolments, people } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { type Db, db, type Tx } from "~/db.server";
import { nameTrouble } from "./name";
import { idOnce } from "./once.server";
import { hashPins, holdRoster, type PinCard, shownAgain } from "./pin.server";
import { nameKey } from "./roster.server";
import type { ListedName } from "./roster-list";
import { keyed } from "./secret.server";
import { type HashedPin, newPin, pinOfForm, putPins } from "./sign-in.server";
import { isTaken } from "./unique";

/** What happens to one name of a list. "back": a removed student was called so and can come back as the same person. */
export type Planned = ListedName &
  (
    | { standing: "new" | "here" }
    | { standing: "back"; personId: string }
    | { standing: "twice"; first: number }
    | { standing: "wrong"; why: string }
  );

/** What adding a list would do to a class. `seen` is its name: the teacher agrees to exactly this. */
export type RosterPlan = { names: Planned[]; seen: string };

/** What an agreed list did. Without a card are those who came back: their PIN is the old one. */
export type Imported = { added: number; cards: PinCard[]; returned: string[] };

/** What adding these names would do now; nothing is stored. */
export async function planImport(of: TaughtClass, list: ListedName[], on: Db | Tx = db()): Promise<RosterPlan> {
  const called = await on
    .select({
      key: enrolments.nameKey,
      personId: enrolments.personId,
      here: sql<boolean>`${enrolments.removedAt} is null`,
    })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.classId, of.id),
        inArray(
          enrolments.nameKey,
          list.map(({ name }) => nameKey(name)),
        ),
        sql`(${enrolments.removedAt} is null or ${enrolments.role} = 'student')`,
      ),
    )
    .orderBy(sql`${enrolments.removedAt} is not null`, desc(enrolments.removedAt));
  const firsts = new Map<string, number>();
  const names = list.map(({ row, name }): Planned => {
    const why = nameTrouble(name);
    if (why) return { row, name, standing: "wrong", why };
    const key = nameKey(name);
    const first = firsts.get(key);
    if (first !== undefined) return { row, name, standing: "twice", first };
    firsts.set(key, row);
    const found = called.find((one) => one.key === key);
    if (!found) return { row, name, standing: "new" };
    return found.here ? { row, name, standing: "here" } : { row, name, standing: "back", personId: found.personId };
  });
  return { names, seen: keyed(JSON.stringify(names)).slice(0, 22) };
}

/**
 * Adds the names of a list as their teacher agreed, all or none. The same form sent twice makes one set of students and
 * shows the same PINs, for two minutes.
 * @param agreed `once` names the showing of the form; `seen` the plan that it showed; `anew` removed students who do not
 *   come back: somebody else has their name
 * @returns "changed" when the class is not as it was when the plan was shown, and then nothing was done
 */
export async function importNames(
  of: TaughtClass,
  list: ListedName[],
  agreed: { once: string; seen: string; anew: string[] },
): Promise<Imported | "changed"> {
  const plan = await planImport(of, list);
  const makes = plan.names.filter(
    (one) => one.standing === "new" || (one.standing === "back" && agreed.anew.includes(one.personId)),
  );
  const returning = plan.names.flatMap((one) =>
    one.standing === "back" && !makes.includes(one) ? [{ personId: one.personId, name: one.name }] : [],
  );
  if (plan.seen === agreed.seen && !plan.names.some(({ standing }) => standing === "wrong")) {
    const cards = makes.map(({ name }) => cardOf(of, name, agreed.once));
    const pins = await hashPins(of, cards);
    const done = await store(of, list, agreed.seen, { cards, pins, returning: returning.map((one) => one.personId) });
    if (done) return { added: cards.length, cards, returned: returning.map(({ name }) => name) };
  }
  return (await sentTwice(of, list, agreed.once)) ?? "changed";
}

function cardOf(of: TaughtClass, name: string, once: string): PinCard {
  const personId = idOnce(of.viewer, { once, class: of.id, name: nameKey(name) });
  return { personId, name, pin: once ? pinOfForm(of.id, name, once) : newPin() };
}

/** @returns false when the class is not as it was, and then nothing was stored */
async function store(
  of: TaughtClass,
  list: ListedName[],
  seen: string,
  { cards, pins, returning }: { cards: PinCard[]; pins: HashedPin[]; returning: string[] },
): Promise<boolean> {
  const places = cards.map(({ personId, name }) => ({
    classId: of.id,
    personId,
    role: "student",
    name,
    nameKey: nameKey(name),
  }));
  try {
    return await db().transaction(async (tx) => {
      await holdRoster(tx, of);
      if ((await planImport(of, list, tx)).seen !== seen) return false;
      if (returning.length > 0)
        await tx
          .update(enrolments)
          .set({ removedAt: null })
          .where(and(eq(enrolments.classId, of.id), inArray(enrolments.personId, returning)));
      if (cards.length === 0) return true;
      await tx.insert(people).values(cards.map(({ personId: id, name }) => ({ id, name })));
      await tx.insert(enrolments).values(places);
      await putPins(tx, of.id, pins);
      return true;
    });
  } catch (error) {
    // Somebody joined under one of the names in this moment.
    if (isTaken(error)) return false;
    throw error;
  }
}

/** What the same form did before: everybody on its list is in the class, and some are of its making. */
async function sentTwice(of: TaughtClass, list: ListedName[], once: string): Promise<Imported | null> {
  const { names } = await planImport(of, list);
  if (!once || names.some(({ standing }) => !["here", "twice"].includes(standing))) return null;
  const mine = names.filter(({ standing }) => standing === "here").map(({ name }) => cardOf(of, name, once));
  const made = await db()
    .select({ personId: enrolments.personId })
    .from(enrolments)
    .where(
      and(
        eq(enrolments.classId, of.id),
        isNull(enrolments.removedAt),
        inArray(
          enrolments.personId,
          mine.map(({ personId }) => personId),
        ),
      ),
    );
  if (made.length === 0) return null;
  const ids = new Set(made.map(({ personId }) => personId));
  const cards = await shownAgain(
    of,
    mine.filter(({ personId }) => ids.has(personId)),
  );
  return { added: ids.size, cards, returned: [] };
}
