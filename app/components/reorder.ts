/*
 * Moves a question of a quiz up or down without a page load. Without this script the buttons post the form and the page
 * comes back; with it the same post is sent, and of the page that comes back only what differs is put in. The focus stays
 * on the button of what was moved, and what was done is said where screen readers hear it.
 */
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  const { key, way } = button?.dataset ?? {};
  if (!("outline" in form.dataset) || !button || !key || !way) return;
  event.preventDefault();
  // Several quick presses are done one after the other, each on what the one before left.
  turn = turn.then(() => press(key, way)).catch(() => location.reload());
});

let turn: Promise<void> = Promise.resolve();

async function press(key: string, way: string): Promise<void> {
  const form = document.querySelector<HTMLFormElement>("form[data-outline]");
  const button = find(key, way);
  if (!form || !button || button.disabled) return;
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  body.append(button.name, button.value);
  const response = await fetch(form.action, { method: "POST", body });
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const next = page.getElementById("outline");
  // What is refused is read from the whole page that says why.
  if (!response.ok || !next) {
    const main = page.querySelector("main");
    if (!main) throw new Error("The answer was no page of ours.");
    document.querySelector("main")?.replaceWith(main);
    main.querySelector<HTMLElement>("[autofocus]")?.focus();
    return;
  }
  form.replaceWith(next);
  for (const id of ["facts"]) document.getElementById(id)?.replaceWith(page.getElementById(id) as HTMLElement);
  tell(page);
  const moved = find(key, way);
  (moved?.disabled ? find(key, way === "up" ? "down" : "up") : moved)?.focus();
}

/** What was done, in the place that stays: only a change of words in it is read out. */
function tell(page: Document): void {
  const [here, there] = [document.getElementById("did"), page.getElementById("did")];
  const words = here?.querySelector("[role=status]");
  if (!here || !there || !words) return;
  words.textContent = there.querySelector("[role=status]")?.textContent ?? "";
  const seen = here.querySelector<HTMLInputElement>("[name=seen]");
  if (seen) seen.value = there.querySelector<HTMLInputElement>("[name=seen]")?.value ?? "";
  const undo = there.querySelector("button");
  if (undo && !here.querySelector("button")) here.append(undo);
}

function find(key: string, way: string): HTMLButtonElement | undefined {
  return [...document.querySelectorAll<HTMLButtonElement>("form[data-outline] button[data-key]")].find(
    (one) => one.dataset.key === key && one.dataset.way === way,
  );
}

export {};
