import { and, eq, inArray, isNull } from "drizzle-orm";
import { enrolments, people } from "#drizzle/schema";
import type { TaughtClass } from "~/access/rights";
import { db } from "~/db.server";
import { fillGroups } from "./group.server";
import { idOnce } from "./once.server";
import { hashPins, holdRoster, type PinCard, shownAgain } from "./pin.server";
import { nameKey } from "./roster.server";
import type { ListedName } from "./roster-list";
import { type Planned, planImport } from "./roster-plan.server";
import { type HashedPin, newPin, pinOfForm, putPins } from "./sign-in.server";
import { isTaken } from "./unique";

/**
 * What an agreed list did. Without a card are those who came back: their PIN is the old one. `grouped` rows name a group,
 * and whom they name is in it.
 */
export type Imported = { added: number; cards: PinCard[]; returned: string[]; grouped: number };

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
    const done = await store(of, list, agreed.seen, {
      cards,
      pins,
      returning: returning.map((one) => one.personId),
      wanted: wantedGroups(plan.names, cards),
    });
    if (done)
      return { added: cards.length, cards, returned: returning.map(({ name }) => name), grouped: grouped(plan.names) };
  }
  return (await sentTwice(of, list, agreed.once)) ?? "changed";
}

function cardOf(of: TaughtClass, name: string, once: string): PinCard {
  const personId = idOnce(of.viewer, { once, class: of.id, name: nameKey(name) });
  return { personId, name, pin: once ? pinOfForm(of.id, name, once) : newPin() };
}

/** Who is to be in which group; `cards` are of those who are made, also in place of somebody who was removed. */
function wantedGroups(names: Planned[], cards: PinCard[]) {
  const ids = new Map(cards.map(({ name, personId }) => [nameKey(name), personId]));
  const made = new Set(ids.keys());
  for (const one of names)
    if ("personId" in one && !made.has(nameKey(one.name))) ids.set(nameKey(one.name), one.personId);
  return names.flatMap((one) => {
    const personId = ids.get(nameKey(one.name));
    const comes = one.group !== "" && (one.joins || made.has(nameKey(one.name)));
    return personId && comes ? [{ personId, group: one.group }] : [];
  });
}

const grouped = (names: Planned[]) => names.filter(({ group }) => group !== "").length;

/** @returns false when the class is not as it was, and then nothing was stored */
async function store(
  of: TaughtClass,
  list: ListedName[],
  seen: string,
  change: {
    cards: PinCard[];
    pins: HashedPin[];
    returning: string[];
    wanted: { personId: string; group: string }[];
  },
): Promise<boolean> {
  const { cards, pins, returning, wanted } = change;
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
      if (cards.length > 0) {
        await tx.insert(people).values(cards.map(({ personId: id, name }) => ({ id, name })));
        await tx.insert(enrolments).values(places);
        await putPins(tx, of.id, pins);
      }
      await fillGroups(tx, of, wanted);
      return true;
    });
  } catch (error) {
    // Somebody joined under one of the names in this moment.
    if (isTaken(error)) return false;
    throw error;
  }
}

/** What the same form did before: everybody on its list is where it wants them, and some are of its making or in groups. */
async function sentTwice(of: TaughtClass, list: ListedName[], once: string): Promise<Imported | null> {
  const { names } = await planImport(of, list);
  if (!once || names.some(({ standing, joins }) => joins || !["here", "twice"].includes(standing))) return null;
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
  if (made.length === 0 && grouped(names) === 0) return null;
  const ids = new Set(made.map(({ personId }) => personId));
  const cards = await shownAgain(
    of,
    mine.filter(({ personId }) => ids.has(personId)),
  );
  return { added: ids.size, cards, returned: [], grouped: grouped(names) };
}
