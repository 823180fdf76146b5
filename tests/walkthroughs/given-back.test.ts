import { beforeAll, describe, expect, it } from "vitest";
import { withKeyhole } from "../running";
import { assignQuiz, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import type { Visitor } from "../visitor";

describe.each(engines)("an attempt that is given back, on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let ana: Visitor;
  let attempt: string;
  let assignment: string;
  beforeAll(async () => {
    teacher = await signUp(keyhole, "Ms Rivera");
    const { address, code } = await makeClass(teacher, "9B");
    ana = await join(keyhole, code, "Ana");
    assignment = await assignQuiz(teacher, address, { limitMinutes: "25", graceSeconds: "300" });
    await ana.get(assignment.replace("/teach", ""));
    await ana.submit("Start");
    attempt = new URL(ana.page.url).pathname;
  });

  const state = async () => (await (await ana.fetch(`${attempt}/clock`)).json()).state;
  /** As the page's script sends it when it finds that the time is over. */
  const handsItselfIn = async () => {
    const body = new URLSearchParams({ over: "1" });
    const response = await ana.fetch(`${attempt}/submission`, { method: "POST", body });
    return [response.status, response.headers.get("Location")];
  };
  const givesBack = (minutes: string) => {
    const why = "Stopped by mistake";
    return teacher.get(`/teach${attempt}/reopening`).then(() => teacher.submit("Give it back", { minutes, why }));
  };

  it("is not handed in by its page while its time runs", async () => {
    expect(await handsItselfIn()).toEqual([302, attempt]);
    expect(await state()).toBe("in_progress");
  });

  it("can be given back right after the stop that ended it, while the grace still lasts", async () => {
    await teacher.get(`${assignment}/stop`);
    await teacher.submit("Stop now");
    await teacher.get(`/teach${attempt}`);
    expect(teacher.words).toContain("Give it back");
    await givesBack("20");
    expect([teacher.page.status, teacher.words]).toEqual([200, expect.stringContaining("Stopped by mistake")]);
    expect(await state()).toBe("in_progress");
  });

  it("stays with its student when a page that saw the old end sends it in only now, and takes answers", async () => {
    expect(await handsItselfIn()).toEqual([302, attempt]);
    expect(await state()).toBe("in_progress");
    await ana.get(attempt);
    await ana.submit("Check before handing in");
    expect(ana.page.url).toContain("/summary");
  });

  it("is handed in by its student's own press before its time is over, and then stays so", async () => {
    await ana.submit("Hand in");
    expect(await state()).not.toBe("in_progress");
    expect(await handsItselfIn()).toEqual([302, `${attempt}/review`]);
  });

  it("is not handed in by its page when it has no end any more", async () => {
    await givesBack("");
    expect(await handsItselfIn()).toEqual([302, attempt]);
    expect(await state()).toBe("in_progress");
  });
});
