import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { isId } from "~/access/visitor.server";
import { idOnce } from "~/models/once.server";

const me = { id: "me" };
const once = uuidv7();
const filled = { once, title: "Test", quiz: "capstone" };

it("a form that is sent twice makes the same thing", () => {
  expect(idOnce(me, filled)).toBe(idOnce(me, { ...filled }));
  expect(isId(idOnce(me, filled))).toBe(true);
  expect(idOnce(me, filled).slice(0, 13)).toBe(once.slice(0, 13));
});

it("a form that was drawn anew, filled otherwise or sent by somebody else makes another thing", () => {
  const others = [
    idOnce(me, { ...filled, once: uuidv7() }),
    idOnce(me, { ...filled, title: "Test 2" }),
    idOnce({ id: "you" }, filled),
  ];
  expect(new Set([idOnce(me, filled), ...others]).size).toBe(4);
});

it("a form without the mark makes something each time, whatever stands in its place", () => {
  for (const mark of [undefined, null, "", "x", `${once} `, "00000000-0000-0000-0000-000000000000"])
    expect(idOnce(me, { ...filled, once: mark })).not.toBe(idOnce(me, { ...filled, once: mark }));
});
