import {
  type Change,
  type Direction,
  inOrder,
  mostSections,
  mostSlots,
  type Plan,
  type Section,
  type Settings,
  type Slot,
} from "./quiz-plan";

/** Moves a place by one; past the end of its section it goes into the next one. @param at counted from 0 */
export function moveSlot(at: number, direction: Direction): Change {
  return (plan, name) => {
    const slots = [...plan.slots];
    const slot = slots[at];
    if (!slot) return null;
    const step = direction === "up" ? -1 : 1;
    const other = slots[at + step];
    if (other && other.section === slot.section) {
      slots[at] = other;
      slots[at + step] = slot;
      return {
        plan: { ...plan, slots },
        said: `Moved ${name(slot)} ${direction}: it is question ${at + step + 1} now.`,
      };
    }
    const section = (slot.section ?? -1) + step;
    if (section < -1 || section >= plan.sections.length) return null;
    slots[at] = { ...slot, section: section === -1 ? null : section };
    return {
      plan: { ...plan, slots },
      said: `Moved ${name(slot)} ${direction}, ${into(plan, slots[at] as Slot)}: it is question ${at + 1} still.`,
    };
  };
}

/** What the form of the outline says of one place. */
export type Detail = Pick<Slot, "weight" | "pinnedVersion" | "section">;

/** Gives places their points, versions and sections. One that changes its section goes to the end of the new one. */
export function setDetails(details: Map<number, Detail>): Change {
  return (plan, name) => {
    const said: string[] = [];
    const stay: Slot[] = [];
    const go: Slot[] = [];
    plan.slots.forEach((slot, at) => {
      const next = { ...slot, ...details.get(at) };
      if (next.itemId === null) next.pinnedVersion = null;
      const words = differences(plan, slot, next);
      if (words.length > 0) said.push(`${name(slot)}: ${words.join(", ")}.`);
      (next.section === slot.section ? stay : go).push(next);
    });
    return said.length === 0 ? null : { plan: { ...plan, slots: inOrder([...stay, ...go]) }, said: said.join(" ") };
  };
}

/** @param at counted from 0 */
export function removeSlot(at: number): Change {
  return (plan, name) => {
    const slot = plan.slots[at];
    if (!slot) return null;
    return {
      plan: { ...plan, slots: plan.slots.filter((_, index) => index !== at) },
      said: `Removed question ${at + 1}, ${name(slot)}.`,
    };
  };
}

/** Adds places at the end of a section. Questions that are in the quiz already are left out. */
export function addSlots(added: Slot[]): Change {
  return (plan, name) => {
    const there = new Set(plan.slots.map(({ itemId }) => itemId));
    const room = mostSlots - plan.slots.length;
    const fresh = added.filter(({ itemId }) => itemId === null || !there.has(itemId)).slice(0, room);
    if (fresh.length === 0) return null;
    const what = fresh.length === 1 ? name(fresh[0] as Slot) : `${fresh.length} questions`;
    return { plan: { ...plan, slots: inOrder([...plan.slots, ...fresh]) }, said: `Added ${what}.` };
  };
}

/** Asks another question in one place; points and section stay. @param at counted from 0 */
export function replaceSlot(at: number, itemId: string): Change {
  return (plan, name) => {
    const slot = plan.slots[at];
    if (!slot || plan.slots.some((other) => other.itemId === itemId)) return null;
    const next = { ...slot, itemId, draw: null, pinnedVersion: null };
    return {
      plan: { ...plan, slots: plan.slots.with(at, next) },
      said: `Question ${at + 1} is ${name(next)} now, instead of ${name(slot)}.`,
    };
  };
}

export function addSection(section: Section): Change {
  return (plan) =>
    plan.sections.length >= mostSections
      ? null
      : { plan: { ...plan, sections: [...plan.sections, section] }, said: `Added the section “${section.heading}”.` };
}

/** @param at counted from 0, as in all that follow */
export function setSection(at: number, section: Section): Change {
  return (plan) => {
    const before = plan.sections[at];
    if (!before || JSON.stringify(before) === JSON.stringify(section)) return null;
    const said =
      before.heading === section.heading
        ? `Changed the section “${section.heading}”.`
        : `The section “${before.heading}” is called “${section.heading}” now.`;
    return { plan: { ...plan, sections: plan.sections.with(at, section) }, said };
  };
}

/** Moves a section with its questions past its neighbour. */
export function moveSection(at: number, direction: Direction): Change {
  return (plan) => {
    const to = at + (direction === "up" ? -1 : 1);
    const [section, other] = [plan.sections[at], plan.sections[to]];
    if (!section || !other) return null;
    const swapped = (place: number | null) => (place === at ? to : place === to ? at : place);
    return {
      plan: {
        ...plan,
        sections: plan.sections.with(at, other).with(to, section),
        slots: inOrder(plan.slots.map((slot) => ({ ...slot, section: swapped(slot.section) }))),
      },
      said: `Moved the section “${section.heading}” ${direction}: it is section ${to + 1} now.`,
    };
  };
}

/** Takes a section away. Its questions stay where they are, at the end of what stands before it. */
export function removeSection(at: number): Change {
  return (plan) => {
    const section = plan.sections[at];
    if (!section) return null;
    const closed = (place: number | null) => (place === null || place < at ? place : place === 0 ? null : place - 1);
    return {
      plan: {
        ...plan,
        sections: plan.sections.filter((_, index) => index !== at),
        slots: plan.slots.map((slot) => ({ ...slot, section: closed(slot.section) })),
      },
      said: `Removed the section “${section.heading}”. Its questions stayed.`,
    };
  };
}

export function setSettings(settings: Settings): Change {
  return (plan) =>
    JSON.stringify(plan.settings) === JSON.stringify(settings)
      ? null
      : { plan: { ...plan, settings }, said: "Changed the title, text or rules." };
}

function differences(plan: Plan, slot: Slot, next: Slot): string[] {
  return [
    ...(slot.weight === next.weight ? [] : [`worth ${next.weight} instead of ${slot.weight}`]),
    ...(slot.pinnedVersion === next.pinnedVersion
      ? []
      : [next.pinnedVersion === null ? "always the newest version" : `held at version ${next.pinnedVersion}`]),
    ...(slot.section === next.section ? [] : [`moved ${into(plan, next)}`]),
  ];
}

function into(plan: Plan, { section }: Slot): string {
  return section === null ? "before all sections" : `into “${plan.sections[section]?.heading}”`;
}
