import { describe, expect, it } from "vitest";
import { readCourse } from "~/lessons/course.server";
import { inOrder, placedAs } from "~/lessons/dated";
import { withKeyhole } from "../running";
import { join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { Visitor } from "../visitor";

const { pairs, events } = readCourse("content");
const asked = inOrder(events.value.filter(({ order }) => order));
const plainly = (html: string) => html.replaceAll("&#x27;", "'").replace(/\s+/g, " ");

describe.each(engines)("practice that keeps what one decided, on %s", (engine) => {
  const keyhole = withKeyhole(engine);

  it("asks about each pair before it says why, keeps the answers, and shows first what was decided otherwise", async () => {
    const guest = new Visitor(keyhole);
    await guest.get("/pairs");
    expect(guest.words.match(/Not decided yet/g)).toHaveLength(pairs.value.length);
    for (const { id, questions } of pairs.value) {
      await guest.get(`/pairs/${id}`);
      const data = await (await guest.fetch(`/pairs/${id}.data`)).text();
      for (const { why } of questions)
        expect([plainly(guest.page.html).includes(why), data.includes(why)]).toEqual([false, false]);
      await guest.submit("Keep my answers, then read why", { q1: `1.${questions[0]?.key}` });
      expect(guest.page.status).toBe(400);
      expect(guest.words).toContain("Still to decide: question 2");
      expect(guest.page.document.querySelector("input[name=q1][checked]")?.getAttribute("value")).toBe(
        `1.${questions[0]?.key}`,
      );
      const answers = Object.fromEntries(questions.map(({ key }, index) => [`q${index + 1}`, `${index + 1}.${key}`]));
      const last = `q${questions.length}`;
      await guest.submit("Keep my answers, then read why", { ...answers, [last]: `${questions.length}.b` });
      expect(guest.page.status).toBe(200);
      const said = [...guest.page.document.querySelectorAll(".said")].map((one) => plainly(one.textContent ?? ""));
      expect(said[0]).toMatch(/^Not right/);
      expect(said[0]).toContain(questions.at(-1)?.why);
      for (const { why, cites } of questions) {
        expect(guest.words).toContain(why);
        for (const source of cites) expect(guest.words).toContain(source);
      }
      await guest.submit("Keep the changed answers", answers);
      expect(guest.words).not.toContain("Not right");
    }
    await guest.get("/pairs");
    for (const { questions } of pairs.value)
      expect(guest.words).toContain(`${questions.length} of ${questions.length} right`);
    const other = new Visitor(keyhole);
    await other.get("/pairs");
    expect(other.words.match(/Not decided yet/g)).toHaveLength(pairs.value.length);
  });

  it("asks what came first before it shows the line, tells where the trap was, and filters what happened", async () => {
    const guest = new Visitor(keyhole);
    await guest.get("/timeline");
    expect(guest.page.document.querySelector(".dated")).toBeNull();
    for (const { order } of asked) expect(plainly(guest.page.html)).not.toContain(order);
    const late = [...asked.slice(1), asked[0]].map((event, index) => placedAs(event?.id ?? "", index + 1));
    await guest.submit("Keep my order, then show the line", { chosen: late.slice(1) });
    expect(guest.page.status).toBe(400);
    expect(guest.words).toContain("Choose a place.");
    await guest.submit("Keep my order, then show the line", { chosen: late });
    expect(guest.page.status).toBe(200);
    expect(guest.words).toContain(`0 of ${asked.length} stand where they belong.`);
    expect(guest.words).toContain("You had it in place 5. Easily placed too late.");
    expect(guest.page.document.querySelectorAll(".dated > li")).toHaveLength(events.value.length);
    await guest.submit("Keep the changed order", { chosen: asked.map(({ id }, index) => placedAs(id, index + 1)) });
    expect(guest.words).toContain(`${asked.length} of ${asked.length} stand where they belong.`);

    const shown = () => [...guest.page.document.querySelectorAll(".dated > li")].map((one) => one.id);
    expect(shown()).toEqual(inOrder(events.value).map(({ id }) => id));
    await guest.submit("Show", { kind: "lock", who: "Google" });
    expect(shown()).toEqual(["E3", "E20"]);
    expect(guest.words).toContain(`2 of ${events.value.length} events`);
    await guest.submit("Show", { kind: "lock", who: "Newspapers" });
    expect(guest.words).toContain("No event of this kind is from them.");
  });

  it("shows the line without a guess to who asks for it, each event with what it rests on and makes possible", async () => {
    const reader = new Visitor(keyhole);
    await reader.get("/sources");
    await reader.get(reader.page.document.querySelector("a[href='/timeline']")?.getAttribute("href") as string);
    await reader.get("/timeline?show=1");
    for (const { id, possible, cites, told } of events.value) {
      const event = reader.page.document.getElementById(id);
      expect(plainly(event?.textContent ?? "")).toContain(possible);
      for (const source of cites) expect(event?.querySelector(`a[href='/sources/${source}']`)).not.toBeNull();
      expect((await reader.fetch(`/lessons/${told}`)).status).toBe(200);
    }
  });

  it("tells in the zone of their class when something of theirs was kept", async () => {
    const teacher = await signUp(keyhole, "Hanna Host");
    const student = await join(keyhole, (await makeClass(teacher, "9B")).code, "Ana");
    const decisions = pairs.value[0]?.questions.map(({ key }, index) => [`q${index + 1}`, `${index + 1}.${key}`]) ?? [];
    await student.get(`/pairs/${pairs.value[0]?.id}`);
    await student.submit("Keep my answers, then read why", Object.fromEntries(decisions));
    expect(student.words).toMatch(/Kept on .* at \d\d:\d\d \(Madrid time\)/);
    await student.get("/timeline");
    const order = asked.map(({ id }, index) => placedAs(id, index + 1));
    await student.submit("Keep my order, then show the line", { chosen: order });
    expect(student.words).toMatch(/Kept on .* \(Madrid time\)/);
    await student.get("/lessons/in-transit-and-at-rest/july-november-december");
    await student.submit("Keep my words", { text: "The stretch between the data centres." });
    expect(student.words).toMatch(/Kept on .* \(Madrid time\), for you only/);
    await student.get("/privacy");
    expect(student.words).toMatch(/newest .* \(Madrid time\)/);
    await student.get("/lab");
    const grid = [...student.page.document.querySelectorAll(".predict input[type=radio]")].map((one) =>
      one.getAttribute("name"),
    );
    await student.submit(
      "Keep my prediction and send the message",
      Object.fromEntries(grid.map((name) => [name, "nothing"])),
    );
    await student.get("/lab");
    expect(student.words).toMatch(/You predicted this setting on .* \(Madrid time\)/);
  });
});
