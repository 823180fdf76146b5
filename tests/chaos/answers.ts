import { parseHTML } from "linkedom";
import type { Field } from "~/autosave/kept";
import type { Random } from "~/interactions/contract";
import { shuffled } from "~/interactions/shuffled";

/** Controls of one question that go by one name, and what they offer; words are typed. */
type Control = { name: string; kind: "one" | "some" | "words"; values: string[] };
/** What can be answered, by the question's place in its quiz. */
export type Questions = Map<number, Control[]>;

/** The questions of one page of an attempt. */
export function questionsOn(html: string): Questions {
  const { document } = parseHTML(html);
  const asked = [...document.querySelectorAll("[data-slot]")];
  return new Map(asked.map((one) => [Number(one.getAttribute("data-slot")), controlsOf(one)]));
}

const words = ["the key", "10,42", "-7", "Zoë said “no”", "密码", "🔑🔑", "a\r\nb", "<b>not a tag</b>", "'; drop", "0"];

/** What somebody might give to a question: any of what it offers, or any words. */
export function anyAnswer(slot: number, controls: Control[], random: Random): Field[] {
  const given = controls.flatMap(({ name, kind, values }): Field[] => {
    if (kind === "words")
      return [[name, Array.from({ length: 1 + random() * 6 }, () => pick(words, random)).join(" ")]];
    if (kind === "one") return [[name, pick(values, random)]];
    return shuffled(values, random)
      .slice(0, 1 + Math.floor(random() * values.length))
      .map((value) => [name, value]);
  });
  return [[`s${slot}`, "1"], ...given];
}

const pick = <T>(list: T[], random: Random) => list[Math.floor(random() * list.length)] as T;

function controlsOf(question: Element): Control[] {
  const controls = new Map<string, Control>();
  for (const one of question.querySelectorAll("input, select, textarea")) {
    const name = one.getAttribute("name") ?? "";
    if (!name.startsWith("q") || one.getAttribute("type") === "hidden") continue;
    const type = one.localName === "select" ? "radio" : one.getAttribute("type");
    const kind = type === "radio" ? "one" : type === "checkbox" ? "some" : "words";
    const offered = one.localName === "select" ? [...one.querySelectorAll("option")] : [one];
    const known = controls.get(name) ?? { name, kind, values: [] };
    known.values.push(...offered.map((each) => each.getAttribute("value") ?? "").filter(Boolean));
    controls.set(name, known);
  }
  return [...controls.values()];
}
