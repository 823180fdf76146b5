import { describe, expect, it } from "vitest";
import { change } from "~/models/assignment.server";
import { override, removeOverride } from "~/models/override.server";
import { engines, withStore } from "../stores";
import { hours } from "./teaching";
import { given, none, setting, start, usual } from "./time";

describe.each(engines)("the time of an attempt under way on %s", (engine) => {
  withStore(engine);

  it("is not cut by a shorter exception, nor when dates move after one", async () => {
    const { ana, assignment } = await setting({ limitMinutes: 60, closesAt: hours(5) });
    const id = await start(ana, assignment);
    await override(assignment, ana.id, { ...none, limitMinutes: 1 });
    expect(await given(id)).toBe(60);
    await change(assignment, { ...usual, limitMinutes: 60, closesAt: hours(6) });
    expect(await given(id)).toBe(60);
  });

  it("stays what an exception gave when that is taken away, also when dates move afterwards", async () => {
    const { ana, assignment } = await setting({ limitMinutes: 60, closesAt: hours(5) });
    await override(assignment, ana.id, { ...none, limitMinutes: 90 });
    const id = await start(ana, assignment);
    await removeOverride(assignment, ana.id);
    await change(assignment, { ...usual, limitMinutes: 60, dueAt: hours(4), closesAt: hours(6) });
    expect(await given(id)).toBe(90);
  });

  it("follows a new limit of the assignment, a shorter one too", async () => {
    const { ana, assignment } = await setting({ limitMinutes: 60 });
    const id = await start(ana, assignment);
    await change(assignment, { ...usual, limitMinutes: 30 });
    expect(await given(id)).toBe(30);
  });
});
