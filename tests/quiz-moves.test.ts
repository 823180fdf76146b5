import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addSlots,
  moveSection,
  moveSlot,
  removeSection,
  removeSlot,
  replaceSlot,
  setDetails,
  setSection,
} from "~/models/quiz-moves";
import { type Change, inOrder, keyOf, type Plan, placeOf, type Slot } from "~/models/quiz-plan";

const settings: Plan["settings"] = {
  ...{ title: "A quiz", intro: "", practice: "nobody", perPage: 3 },
  ...{ sequential: false, shuffleQuestions: false, shuffleOptions: true, bands: null },
};
const slot = (itemId: string, section: number | null = null): Slot => ({
  ...{ section, itemId, pinnedVersion: null, draw: null, weight: 1 },
});
const plan = (slots: Slot[], headings: string[] = []): Plan => ({
  ...{ v: 1, settings, slots },
  sections: headings.map((heading) => ({ heading, text: "", stimulus: "" })),
});
const name = ({ itemId, draw }: Slot) => itemId ?? JSON.stringify(draw);
/** "a b | c | d": items by section, the ones before all sections first. */
const shown = ({ slots, sections }: Plan) =>
  [null, ...sections.keys()]
    .map((section) =>
      slots
        .filter((one) => one.section === section)
        .map(name)
        .join(" "),
    )
    .join(" | ");
const leads = (before: Plan, change: Change) => {
  const changed = change(before, name);
  return changed && shown(changed.plan);
};

const three = plan([slot("a"), slot("b", 0), slot("c", 0), slot("d", 2)], ["One", "Two", "Three"]);

describe("building a quiz", () => {
  it("moves a question past its neighbour, and at the end of a section into the next one", () => {
    expect(shown(three)).toBe("a | b c |  | d");
    expect(leads(three, moveSlot(2, "up"))).toBe("a | c b |  | d");
    expect(leads(three, moveSlot(1, "up"))).toBe("a b | c |  | d");
    expect(leads(three, moveSlot(2, "down"))).toBe("a | b | c | d");
    expect(leads(three, moveSlot(3, "up"))).toBe("a | b c | d | ");
    expect(leads(three, moveSlot(0, "down"))).toBe(" | a b c |  | d");
    expect([leads(three, moveSlot(0, "up")), leads(three, moveSlot(3, "down"))]).toEqual([null, null]);
  });

  it("moves a section with its questions, and removes one while its questions stay where they are", () => {
    expect(leads(three, moveSection(0, "down"))).toBe("a |  | b c | d");
    expect(leads(three, moveSection(2, "up"))).toBe("a | b c | d | ");
    expect(leads(three, removeSection(0))).toBe("a b c |  | d");
    expect(leads(three, removeSection(2))).toBe("a | b c | d");
    expect(leads(three, removeSection(1))).toBe("a | b c | d");
  });

  it("gives points, version and section of several questions at once, and says each in words", () => {
    const changed = setDetails(
      new Map([
        [0, { weight: 2.5, pinnedVersion: 3, section: 1 }],
        [1, { weight: 1, pinnedVersion: null, section: 0 }],
      ]),
    )(three, name);
    expect(changed && shown(changed.plan)).toBe(" | b c | a | d");
    expect(changed?.plan.slots[2]).toMatchObject({ itemId: "a", weight: 2.5, pinnedVersion: 3 });
    expect(changed?.said).toBe("a: worth 2.5 instead of 1, held at version 3, moved into “Two”.");
    expect(setDetails(new Map())(three, name)).toBeNull();
  });

  it("adds nothing twice, replaces in place with points and section kept, and removes by place", () => {
    expect(leads(three, addSlots([slot("a", 1), slot("e", 1)]))).toBe("a | b c | e | d");
    expect(addSlots([slot("a", 1)])(three, name)).toBeNull();
    expect(leads(three, replaceSlot(1, "e"))).toBe("a | e c |  | d");
    expect(replaceSlot(1, "d")(three, name)).toBeNull();
    expect(leads(three, removeSlot(2))).toBe("a | b |  | d");
    expect(setSection(0, { heading: "New", text: "", stimulus: "" })(three, name)?.said).toContain("“New”");
  });

  it("knows a draw among equal ones by its number", () => {
    const draw: Slot = { ...slot("x", 0), itemId: null, draw: { v: 1, difficulty: "easy" } };
    const slots = [slot("a"), draw, draw];
    expect(slots.map((_, index) => placeOf(slots, keyOf(slots, index)))).toEqual([0, 1, 2]);
    expect(placeOf(slots, "gone")).toBe(-1);
  });

  it("loses no question and keeps sections together, whatever is moved", () => {
    const moves = fc.array(
      fc.oneof(
        fc.record({ move: fc.constantFrom("slot", "section"), at: fc.nat(7), up: fc.boolean() }),
        fc.record({ move: fc.constant("drop"), at: fc.nat(3), up: fc.boolean() }),
      ),
      { maxLength: 40 },
    );
    const start = fc
      .array(fc.option(fc.nat(2)), { minLength: 1, maxLength: 8 })
      .map((sections) => plan(inOrder(sections.map((section, index) => slot(`q${index}`, section))), ["A", "B", "C"]));
    fc.assert(
      fc.property(start, moves, (begin, steps) => {
        let now = begin;
        for (const { move, at, up } of steps) {
          const way = up ? "up" : "down";
          const change = { slot: moveSlot(at, way), section: moveSection(at, way), drop: removeSection(at) }[move];
          now = change?.(now, name)?.plan ?? now;
        }
        expect(now.slots.map(name).sort()).toEqual(begin.slots.map(name).sort());
        expect(inOrder(now.slots)).toEqual(now.slots);
        expect(now.slots.every(({ section }) => section === null || section < now.sections.length)).toBe(true);
      }),
    );
  });

  it("is put back by the opposite move", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(2)), { minLength: 1, maxLength: 8 }), fc.nat(7), (sections, at) => {
        const begin = plan(inOrder(sections.map((section, index) => slot(`q${index}`, section))), ["A", "B", "C"]);
        const moved = moveSlot(at, "down")(begin, name)?.plan;
        if (!moved) return;
        const back = moved.slots.findIndex(({ itemId }) => itemId === begin.slots[at]?.itemId);
        expect(shown(moveSlot(back, "up")(moved, name)?.plan as Plan)).toBe(shown(begin));
      }),
    );
  });
});
