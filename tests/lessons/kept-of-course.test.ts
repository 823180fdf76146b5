import { expect, it } from "vitest";
import { KeptOfCourse } from "~/lessons/kept-of-course.server";

it("makes a thing once, and anew for another course", async () => {
  const kept = new KeptOfCourse<string>();
  const ask = (course: string, made: string) => kept.get(course, "a section", () => made);
  expect([await ask("one", "first"), await ask("one", "second"), await ask("two", "third")]).toEqual([
    "first",
    "first",
    "third",
  ]);
  expect(await ask("one", "fourth")).toBe("fourth");
});

it("keeps nothing before there was a sync, and nothing that is not there", async () => {
  const kept = new KeptOfCourse<string>();
  expect([await kept.get("", "a", () => "x"), await kept.get("", "a", () => "y")]).toEqual(["x", "y"]);
  expect(await kept.get("one", "a", async () => undefined)).toBeUndefined();
  expect(await kept.get("one", "a", () => "x")).toBe("x");
});

it("keeps nothing that was made while the course changed", async () => {
  const kept = new KeptOfCourse<string>();
  let done = (_: string) => {};
  const half = kept.get("one", "a", () => new Promise<string>((resolve) => (done = resolve)));
  await kept.get("two", "b", () => "other");
  done("half of each");
  expect(await half).toBe("half of each");
  expect(await kept.get("two", "a", () => "whole")).toBe("whole");
});
