import { expect, it } from "vitest";
import { keepsToOwn, type PathPlans, type Scan } from "./plans";

const plans = (...scans: Scan[]): PathPlans => ({
  statements: [{ text: "select", scans }],
  rows: scans.reduce((sum, { rows }) => sum + rows, 0),
});
const own = (rows: number, loops = 1): Scan => ({ how: "Index Scan", table: "responses", index: "pk", rows, loops });
const whole = (rows: number): Scan => ({ how: "Seq Scan", table: "group_members", rows, loops: 1 });

it("looks up one's own rows in another order, and that is no growth", () => {
  expect(keepsToOwn([plans(own(1800, 90)), plans(own(1800, 90), own(1700, 1700))])).toBe(true);
});

it("calls it growth when one's own rows are read again for each student", () => {
  expect(keepsToOwn([plans(own(1800, 90)), plans(own(28_480, 1424))])).toBe(false);
});

it("calls it growth when a table of all is read whole, however few of its rows are asked for", () => {
  expect(keepsToOwn([plans(whole(240), own(20_000)), plans(whole(33_912))])).toBe(false);
  expect(keepsToOwn([plans(whole(240), own(20_000)), plans(whole(65), own(20_000))])).toBe(true);
});
