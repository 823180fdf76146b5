import { beforeAll, describe, expect, it } from "vitest";
import { learns, observers, type Settings, settingsOf } from "~/lab/model";
import type { Keyhole } from "../keyhole";
import { withKeyhole } from "../running";
import { inviteColleague, join, makeClass, signUp } from "../school";
import { engines } from "../stores";
import { Visitor } from "../visitor";

const P2 = "tls=1&inter_dc=0&at_rest_provider_key=0&e2e=0&demand_served=0";
const learned = learns(settingsOf("T1I0D0E0W0") as Settings);
const right = Object.fromEntries(observers.map(({ id }) => [`predicted.${id}`, learned[id]]));
const keep = "Keep my prediction and send the message";

describe.each(engines)("the lab without JavaScript on %s", (engine) => {
  const keyhole = withKeyhole(engine);
  let teacher: Visitor;
  let room: { address: string; code: string };
  beforeAll(async () => {
    teacher = await signUp(keyhole as Keyhole, "Ms Rivera");
    room = await makeClass(teacher, "9B");
  });

  const follow = (visitor: Visitor, words: string) => {
    const link = [...visitor.page.document.querySelectorAll("main a")].find(
      (one) => !one.hasAttribute("hidden") && (one.textContent ?? "").trim() === words,
    );
    if (!link) throw new Error(`${visitor.page.url} has no link ${words}`);
    return visitor.get(link.getAttribute("href") ?? "");
  };
  const hidden = (visitor: Visitor) => visitor.page.document.querySelector("#compare")?.hasAttribute("hidden");

  it("predicts, follows the message page by page, and compares; a stranger becomes a guest by it", async () => {
    const reader = new Visitor(keyhole);
    await reader.get(`/lab?${P2}&step=3`);
    expect(reader.words).toContain("Predict first; then the message sets out.");
    await reader.submit(keep, {
      ...right,
      "predicted.O1_wifi": "content",
      "predicted.O5_provider": "nothing",
      hinted: "1",
    });
    expect(reader.page.url).toMatch(/step=0$/);
    expect(reader.page.document.title).toBe(
      "5 of your 7 predictions were right: TLS locked, the link open, the disk open, end-to-end open, no demand served · The lab · Keyhole",
    );
    expect(reader.page.document.querySelector("main h2[autofocus]")?.textContent).toBe(
      "5 of your 7 predictions were right",
    );
    expect(reader.words).toContain("Stop 1 of 12");
    expect(hidden(reader)).toBe(true);
    for (let stop = 2; stop <= 12; stop++) {
      await follow(reader, "Step");
      expect(reader.words).toContain(`Stop ${stop} of 12`);
    }
    expect(hidden(reader)).toBe(false);
    expect(reader.words).toContain("5 of your 7 predictions were right. The two that differ come first.");
    expect(reader.words).toContain("with the rule open");
    expect(reader.page.document.querySelector("[data-observer]")?.getAttribute("data-observer")).toBe("O1_wifi");
    await follow(reader, "Back");
    expect(reader.words).toContain("Stop 11 of 12");
    await reader.get(`/lab?${P2}`);
    expect(reader.words).toMatch(/You predicted this setting on \w+day, .*: 5 of your 7 predictions were right/);
    await reader.get("/lab");
    expect(reader.words).toContain("As Microsoft’s 2013 statements describe it");
  });

  it("refuses a grid with a gap, says which rows, and keeps what was chosen", async () => {
    const reader = new Visitor(keyhole);
    await reader.get(`/lab?${P2}`);
    await reader.submit(keep, { "predicted.O1_wifi": "metadata", hinted: "1" });
    expect(reader.page.status).toBe(400);
    expect(reader.words).toContain("6 of the seven have no answer yet.");
    expect(reader.words.match(/No answer yet/g)).toHaveLength(6);
    const open = [...reader.page.document.querySelectorAll("[role=alert][autofocus] a")];
    expect(open.map((one) => one.textContent)).toEqual(
      observers.slice(1).map(({ number, name }) => `${number}. ${name}`),
    );
    for (const one of open)
      expect(reader.page.document.getElementById((one.getAttribute("href") ?? "").slice(1))?.getAttribute("type")).toBe(
        "radio",
      );
    const chosen = [...reader.page.document.querySelectorAll("[name^='predicted'][checked], [name=hinted][checked]")];
    expect(chosen.map((one) => `${one.getAttribute("name")} ${one.getAttribute("value")}`)).toEqual([
      "predicted.O1_wifi metadata",
      "hinted 1",
    ]);
    expect(reader.page.headers.get("Set-Cookie")).toBeNull();
    await reader.submit(keep, right);
    expect(reader.words).toContain("Stop 1 of 12");
    expect((await reader.fetch("/lab/predictions", { method: "POST", body: "{}" })).status).toBe(400);
  });

  it("stands in a lesson: predicted there, run in the lab, and back to the section", async () => {
    const student = await join(keyhole as Keyhole, room.code, "Ana");
    await student.get("/lessons/in-transit-and-at-rest");
    const section = [...student.page.document.querySelectorAll(".contents a, main a")]
      .map((one) => one.getAttribute("href") ?? "")
      .filter((href) => /^\/lessons\/in-transit-and-at-rest\/(?!print$)[^/]+$/.test(href));
    for (const href of new Set(section)) {
      await student.get(href);
      if (student.page.document.querySelector(".lab-block")) break;
    }
    const at = new URL(student.page.url).pathname;
    await student.submit(keep, { ...right, "predicted.O3_inter_dc": "nothing" });
    expect(student.words).toContain("Stop 1 of 12");
    await follow(student, "Back to the lesson");
    expect(new URL(student.page.url).pathname).toBe(at);
    expect(student.words).toMatch(/You predicted this setting on .*: 6 of your 7 predictions were right/);
  });

  it("leads back to the same lab of the lesson whatever is set meanwhile", async () => {
    const reader = new Visitor(keyhole);
    await reader.get("/lessons/in-transit-and-at-rest/sources-lab-quiz");
    const block = reader.page.document.querySelector(".lab-block")?.id;
    const back = `/lessons/in-transit-and-at-rest/sources-lab-quiz#${block}`;
    const way = () =>
      [...reader.page.document.querySelectorAll("main a")]
        .find((one) => one.textContent === "Back to the lesson")
        ?.getAttribute("href");
    await follow(reader, "Open this in the lab");
    expect(way()).toBe(back);
    await reader.submit("Show this setting", { e2e: "1", demand_served: "1" });
    expect(reader.page.url).toContain("e2e=1&demand_served=1");
    expect(way()).toBe(back);
    await reader.submit(/^No protection/);
    expect(reader.page.url).toContain("tls=0");
    expect(way()).toBe(back);
    await reader.submit(keep, right);
    expect(way()).toBe(back);
    await follow(reader, "Set other locks");
    expect(way()).toBe(back);
    await reader.get("/lab?from=https://elsewhere.example/x");
    expect(way()).toBeUndefined();
  });

  it("keeps no prediction that was made while the switches showed another setting, and loses none of it", async () => {
    const reader = new Visitor(keyhole);
    await reader.get(`/lab?${P2}`);
    await reader.submit(keep, { ...right, hinted: "1", e2e: "1" });
    expect(reader.page.url).toMatch(/e2e=1.*#lab-predict$/);
    expect(reader.words).toContain(
      "chosen for another setting: TLS locked, the link open, the disk open, end-to-end open",
    );
    expect(reader.words).toContain("New here: end-to-end locked.");
    const checked = [...reader.page.document.querySelectorAll("[name^='predicted'][checked]")];
    expect(Object.fromEntries(checked.map((one) => [one.getAttribute("name"), one.getAttribute("value")]))).toEqual(
      right,
    );
    expect(reader.words).toMatch(/Your predictions ?None yet\./);
    await reader.submit(keep, {});
    expect(reader.words).toContain("Stop 1 of 12");
    await reader.get("/lab");
    expect(reader.words).toMatch(
      /TLS locked, the link open, the disk open, end-to-end locked, no demand served: \d of 7 right/,
    );
  });

  it("names what was predicted under a starting point with whether a demand was served", async () => {
    const reader = new Visitor(keyhole);
    for (const demand of ["0", "1"]) {
      await reader.get(`/lab?${P2.slice(0, -1)}${demand}`);
      await reader.submit(keep, right);
    }
    await reader.get("/lab");
    const names = [...reader.page.document.querySelectorAll(".kept a")].map((one) => one.textContent);
    expect(names).toEqual([
      "As Microsoft’s 2013 statements describe it, with a demand served",
      "As Microsoft’s 2013 statements describe it, no demand served",
    ]);
  });

  it("says before a prediction is sent who will see it", async () => {
    const reader = new Visitor(keyhole);
    await reader.get("/lab");
    expect(reader.words).toContain("You are in no class, so no teacher sees it.");
    const student = await join(keyhole as Keyhole, (await makeClass(teacher, "9C")).code, "Ida");
    await student.get("/lab");
    expect(student.words).toContain(
      "The teachers of 9C see how the class predicted, and can look up what you predicted.",
    );
    await student.submit(keep, {});
    expect(student.words).toContain("The teachers of 9C see");
  });

  it("shows the class's predictions to its teacher and observers, with names only behind a link", async () => {
    await teacher.get(`${room.address}/lab`);
    expect(teacher.words).toContain("Predicted by 1 of 1 student");
    expect(teacher.words).toContain("So few say little about a class.");
    expect(teacher.words).toMatch(/3 Tap between data centres ?content ?0 of 1/);
    expect(teacher.words).not.toContain("Ana");
    const observer = await inviteColleague(keyhole as Keyhole, teacher, room.address, "Mr Sight", "observer");
    await observer.get(`${room.address}/lab`);
    await follow(observer, "Show names");
    expect(observer.words).toMatch(/Ana ?6 of 7 ?one prediction ?Tap between data centres ?no/);
    expect((await observer.fetch(`${room.address}/lab?names=T9`)).status).toBe(404);
  });

  it("asks questions whose answers the rules check, with a setting that shows why", async () => {
    const reader = new Visitor(keyhole);
    await reader.get("/lab");
    await follow(reader, "The disk that was carried out");
    await reader.submit("Check my answer", { switch: "e2e" });
    expect(reader.words).toContain("Not yet");
    expect(reader.words).toContain("Thief of a disk then learns metadata");
    await reader.submit("Check my answer", { switch: "at_rest_provider_key" });
    expect(reader.words).toContain("Yes, by the rules of the lab");
    await follow(reader, "One switch, one observer");
    await reader.get("/lab/investigations/I4");
    await reader.submit("Check my answer", { tls: "either" });
    expect(reader.words).toContain("4 of the five switches have no answer yet.");
    const each = { tls: "either", inter_dc: "either", at_rest_provider_key: "either" };
    await reader.submit("Check my answer", { ...each, e2e: "either", demand_served: "on" });
    expect(reader.words).toContain("Your answer takes in this setting");
    await reader.submit("Check my answer", { ...each, e2e: "off", demand_served: "on" });
    expect(reader.words).toContain("These are all: 8 of the 32 settings.");
    expect((await reader.fetch("/lab/investigations/I99")).status).toBe(404);
  });
});
