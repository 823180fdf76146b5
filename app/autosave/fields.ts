import type { Field } from "./kept";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The part of a page that asks one question. */
export const sectionOf = (page: ParentNode, slot: number) => page.querySelector<HTMLElement>(`[data-slot="${slot}"]`);

export const sections = (page: ParentNode) => [...page.querySelectorAll<HTMLElement>("[data-slot]")];

export const slotOf = (section: HTMLElement) => Number(section.dataset.slot);

/** What stands in a question's controls, as a form would send it. */
export function fieldsOf(section: HTMLElement): Field[] {
  return controls(section)
    .filter((control) => !ticks(control) || control.checked)
    .map((control) => [control.name, control.value]);
}

/** Whether two drawings of a question hold different answers. */
export const differ = (a: HTMLElement, b: HTMLElement) => String(fieldsOf(a)) !== String(fieldsOf(b));

/** The questions that somebody answered before the script was there: they stand otherwise than they were drawn. */
export function touched(): HTMLElement[] {
  const drawn = document.querySelector("#answers")?.cloneNode(true) as HTMLFormElement | undefined;
  drawn?.reset();
  return sections(document).filter((section) =>
    differ(section, sectionOf(drawn as HTMLElement, slotOf(section)) as HTMLElement),
  );
}

/** Puts an answer back into a question's controls: the other way round from `fieldsOf`, whatever the question's type. */
export function fill(section: HTMLElement, fields: Field[]): void {
  for (const control of controls(section)) {
    const given = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (ticks(control)) control.checked = given.includes(control.value);
    else control.value = given[0] ?? "";
  }
}

/** Whether there is an answer in what stands in a question, whatever its type, and the mark to come back to it. */
export const standingOf = (fields: Field[]) => ({
  done: fields.some(([name, value]) => name.startsWith("q") && value !== ""),
  flagged: fields.some(([name]) => name.startsWith("flag")),
});

const ticks = (control: Control): control is HTMLInputElement => /radio|check/.test(control.type);

function controls(section: HTMLElement): Control[] {
  return [...section.querySelectorAll<Control>(":is(input, select, textarea)[name]:not([type=hidden])")];
}
